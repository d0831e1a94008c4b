package org.rollcall.mail;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import org.rollcall.mail.MailBody.Block;
import org.rollcall.model.LessonKey;
import org.rollcall.school.Home;
import org.rollcall.settings.Settings;
import org.rollcall.store.Store;
import org.rollcall.store.mail.Mail;
import org.rollcall.store.mail.MailPreferences.Subscriber;

/**
 * The data from which mails are written.
 *
 * @param home the installation
 * @param settings its settings
 * @param store its open store
 * @param clock the clock
 */
record MailSources(Home home, Settings settings, Store store, Clock clock) {
  MailWords words() {
    return MailWords.of(settings);
  }

  ZonedDateTime now() {
    ZoneId zone = settings.school().clockZone();
    return clock.instant().atZone(zone);
  }

  /** {@return the users who receive mails of a kind about a class} */
  List<Subscriber> readers(Mail.MailTopic kind, String className) {
    return store.mailPreferences().subscribers(kind).stream()
        .filter(reader -> reader.wants(className))
        .toList();
  }

  MailBody body(String subject, List<Block> blocks) {
    return new MailBody(words().locale().getLanguage(), subject, blocks, Optional.empty());
  }

  /** {@return a link to the page of a lesson; empty if the settings name no public address} */
  Optional<Block> link(LessonKey lesson) {
    return link(
        "link.lesson",
        "/classes/" + encoded(lesson.className()) + "/lessons/" + lesson.dayAndTime());
  }

  /** {@return a link to the page of a class; empty if the settings name no public address} */
  Optional<Block> link(String className) {
    return link("link.class", "/classes/" + encoded(className));
  }

  private Optional<Block> link(String text, String path) {
    return settings
        .web()
        .publicAddress()
        .map(address -> address.toString().replaceAll("/+$", "") + path)
        .map(address -> new MailBody.Link(words().text(text), URI.create(address)));
  }

  private static String encoded(String part) {
    return URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** {@return the closing paragraph: who sends the mail, and what to do about it} */
  Block footer() {
    return new MailBody.Paragraph(words().text("footer", settings.school().name()));
  }
}
