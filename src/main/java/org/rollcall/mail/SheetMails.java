package org.rollcall.mail;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.rollcall.mail.MailBody.Block;
import org.rollcall.mail.MailBody.Paragraph;
import org.rollcall.model.LessonKey;
import org.rollcall.model.LessonRegister;
import org.rollcall.model.Message;
import org.rollcall.model.Outcome;
import org.rollcall.model.Reason;
import org.rollcall.model.Status;
import org.rollcall.store.ledger.PendingSheets;
import org.rollcall.store.mail.Mail;
import org.rollcall.store.mail.Mail.MailState;
import org.rollcall.store.mail.Mail.MailTopic;
import org.rollcall.store.mail.Mail.Tracked;
import org.rollcall.store.mail.MailPreferences.Subscriber;
import org.rollcall.store.register.NewResults;

/**
 * Mails the sheet of each lesson once it has been processed. If reprocessing finds other marks, the
 * sheet is sent again as changed; corrections by teachers send nothing. Lessons processed before
 * the user asked for such mails, or more than {@link #RECENT} ago, are left out. A sheet that
 * cannot be written yet is mailed once it has been.
 */
final class SheetMails implements MailKind {
  private static final Duration RECENT = Duration.ofDays(3);

  /** Mail servers reject larger files, which grow further when encoded. */
  private static final long MOST_BYTES = 12_000_000;

  /** A lesson and a recipient of its sheet. */
  private record SheetRecipient(LessonKey lesson, String recipient) {}

  @Override
  public MailTopic kind() {
    return MailTopic.SHEET;
  }

  @Override
  public void addDue(MailSources sources) {
    List<Subscriber> readers = sources.store().mailPreferences().subscribers(MailTopic.SHEET);
    if (readers.isEmpty()) {
      return;
    }
    Instant since = sources.clock().instant().minus(RECENT);
    List<NewResults.NewLesson> lessons = sources.store().newResults().since(since);
    Map<SheetRecipient, Tracked> lastMails = lastMails(sources, since);
    Set<LessonKey> unwritten =
        sources.store().pendingSheets().list().stream()
            .map(PendingSheets.Pending::lesson)
            .collect(toSet());
    for (NewResults.NewLesson lesson : lessons) {
      if (!unwritten.contains(lesson.lesson())) {
        readers.stream()
            .filter(reader -> isFor(reader, lesson))
            .filter(reader -> isNew(lesson, lastMails.get(recipient(lesson, reader))))
            .forEach(reader -> sources.store().outbox().add(mail(lesson, reader)));
      }
    }
  }

  /** {@return the last mail about each recently processed lesson to each recipient} */
  private static Map<SheetRecipient, Tracked> lastMails(MailSources sources, Instant since) {
    Map<SheetRecipient, Tracked> lastMails = new HashMap<>();
    for (Tracked mail : sources.store().outbox().aboutProcessed(since)) {
      mail.mail()
          .topic()
          .lesson()
          .ifPresent(
              lesson -> lastMails.put(new SheetRecipient(lesson, mail.mail().recipient()), mail));
    }
    return lastMails;
  }

  private static SheetRecipient recipient(NewResults.NewLesson lesson, Subscriber reader) {
    return new SheetRecipient(lesson.lesson(), reader.address());
  }

  private static boolean isFor(Subscriber reader, NewResults.NewLesson lesson) {
    return reader.wants(lesson.lesson().className())
        && !lesson.processed().isBefore(reader.since());
  }

  /**
   * Checks whether a lesson is new to a recipient. A mail still waiting is not added again: it is
   * written from the data at the time of sending.
   */
  private static boolean isNew(NewResults.NewLesson lesson, Tracked before) {
    return before == null
        || (before.standing().state() != MailState.WAITING
            && !before.mail().topic().note().equals(lesson.version()));
  }

  private static Mail mail(NewResults.NewLesson lesson, Subscriber reader) {
    String key =
        "sheet/%s/%d/%s"
            .formatted(
                lesson.lesson().fileStem(), lesson.processed().toEpochMilli(), reader.address());
    return new Mail(
        key, MailTopic.SHEET, reader.address(), Mail.Topic.of(lesson.lesson(), lesson.version()));
  }

  @Override
  public Optional<Draft> write(Mail mail, MailSources sources) {
    return mail.topic()
        .lesson()
        .flatMap(lesson -> sources.store().lessons().find(lesson))
        .map(register -> new Draft(body(mail, register, sources), NewResults.version(register)));
  }

  private static MailBody body(Mail mail, LessonRegister register, MailSources sources) {
    MailWords words = sources.words();
    LessonKey lesson = register.lesson().key();
    boolean changed = sources.store().outbox().alreadySent(mail);
    String subject =
        words.text(changed ? "sheet.subject.changed" : "sheet.subject", words.lesson(lesson));
    Path sheet = sources.home().sheet(lesson);
    boolean fits = fits(sheet) && mayBeSent(lesson, sources);
    List<Block> blocks = new ArrayList<>();
    blocks.add(new MailBody.Heading(words.lesson(lesson)));
    if (changed) {
      blocks.add(new Paragraph(words.text("sheet.changed")));
    }
    if (register.outcome().state() == Outcome.Completion.PARTIAL) {
      String reasons =
          register.outcome().reasons().stream()
              .map(reason -> "\n" + reason.text(words.locale()))
              .collect(joining());
      blocks.add(new Paragraph(words.text("sheet.partial") + reasons));
    }
    blocks.add(counts(register, words));
    for (Status status : List.of(Status.REVIEW, Status.ABSENT, Status.LATE, Status.LEFT_EARLY)) {
      names(register, status).map(names -> named(status, names, words)).ifPresent(blocks::add);
    }
    blocks.add(new Paragraph(words.text(fits ? "sheet.attached" : "sheet.missing")));
    sources.link(lesson).ifPresent(blocks::add);
    blocks.add(sources.footer());
    MailBody body = sources.body(subject, blocks);
    return fits ? body.with(sheet) : body;
  }

  private static boolean fits(Path sheet) {
    return Files.isRegularFile(sheet) && sheet.toFile().length() <= MOST_BYTES;
  }

  /** A refusal of consent may have come since the mail was added. */
  private static boolean mayBeSent(LessonKey lesson, MailSources sources) {
    return sources
        .store()
        .pendingSheets()
        .reason(lesson)
        .filter(Message.of(Reason.SHEET_WITH_PICTURES)::equals)
        .isEmpty();
  }

  private static Block counts(LessonRegister register, MailWords words) {
    List<List<String>> rows = new ArrayList<>();
    for (Status status : Status.values()) {
      long number = register.rows().stream().filter(row -> row.status() == status).count();
      rows.add(List.of(words.status(status), String.valueOf(number)));
    }
    return new MailBody.MailTable(
        List.of(words.text("column.mark"), words.text("column.students")), rows);
  }

  private static Optional<String> names(LessonRegister register, Status status) {
    return Optional.of(
            register.rows().stream()
                .filter(row -> row.status() == status)
                .map(row -> row.verdict().student().name())
                .map(MimeMail::oneLine)
                .collect(joining("\n")))
        .filter(names -> !names.isEmpty());
  }

  private static Block named(Status status, String names, MailWords words) {
    return new Paragraph(words.status(status) + ":\n" + names);
  }
}
