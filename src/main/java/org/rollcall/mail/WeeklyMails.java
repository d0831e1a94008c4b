package org.rollcall.mail;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.rollcall.mail.MailBody.Block;
import org.rollcall.mail.MailBody.Paragraph;
import org.rollcall.model.LessonMarks;
import org.rollcall.model.Status;
import org.rollcall.settings.MailSettings;
import org.rollcall.store.mail.Mail;
import org.rollcall.store.mail.Mail.MailTopic;
import org.rollcall.store.mail.MailPreferences;
import org.rollcall.store.mail.MailPreferences.Subscriber;

/**
 * Mails a weekly summary of each class over the previous seven days. A class without lessons in
 * that time gets none. A summary that cannot be added within {@link #LATEST} after it was due is
 * skipped.
 */
final class WeeklyMails implements MailKind {
  private static final int WEEK = 7;
  private static final Duration LATEST = Duration.ofDays(3);

  @Override
  public MailTopic kind() {
    return MailTopic.WEEKLY;
  }

  @Override
  public void addDue(MailSources sources) {
    Instant due = due(sources.settings().mail().weekly(), sources.now());
    if (due.plus(LATEST).isBefore(sources.clock().instant())) {
      return;
    }
    LocalDate from =
        due.atZone(sources.settings().school().clockZone()).toLocalDate().minusDays(WEEK);
    Set<String> known =
        sources.store().outbox().of(MailTopic.WEEKLY, due).stream()
            .map(tracked -> tracked.mail().key())
            .collect(Collectors.toSet());
    for (Subscriber reader : sources.store().mailPreferences().subscribers(MailTopic.WEEKLY)) {
      if (!reader.since().isAfter(due)) {
        classes(reader, sources).stream()
            .map(className -> mail(className, from, reader))
            .filter(mail -> !known.contains(mail.key()))
            .filter(mail -> hasLessons(mail.topic().className().orElseThrow(), from, sources))
            .forEach(mail -> sources.store().outbox().add(mail));
      }
    }
  }

  /** {@return when the summaries were last due} */
  private static Instant due(MailSettings.Weekly weekly, ZonedDateTime now) {
    ZonedDateTime due =
        now.with(TemporalAdjusters.previousOrSame(weekly.day())).with(weekly.time());
    return (due.isAfter(now) ? due.minusWeeks(1) : due).toInstant();
  }

  private static Collection<String> classes(Subscriber reader, MailSources sources) {
    return reader.className().equals(MailPreferences.ALL)
        ? sources.store().lessons().classNames()
        : List.of(reader.className());
  }

  private static boolean hasLessons(String className, LocalDate from, MailSources sources) {
    return sources.store().newResults().anyLesson(className, from, from.plusDays(WEEK - 1));
  }

  private static Mail mail(String className, LocalDate from, Subscriber reader) {
    return new Mail(
        "weekly/%s/%s/%s".formatted(className, from, reader.address()),
        MailTopic.WEEKLY,
        reader.address(),
        Mail.Topic.ofClass(className, from.toString()));
  }

  @Override
  public Optional<Draft> write(Mail mail, MailSources sources) {
    String className = mail.topic().className().orElseThrow();
    LocalDate from = LocalDate.parse(mail.topic().note());
    List<LessonMarks> lessons =
        sources.store().lessons().marks(className).stream()
            .filter(marks -> !marks.lesson().date().isBefore(from))
            .filter(marks -> marks.lesson().date().isBefore(from.plusDays(WEEK)))
            .toList();
    return lessons.isEmpty()
        ? Optional.empty()
        : Optional.of(new Draft(body(className, from, lessons, sources), from.toString()));
  }

  private static MailBody body(
      String className, LocalDate from, List<LessonMarks> lessons, MailSources sources) {
    MailWords words = sources.words();
    String to = words.day(from.plusDays(WEEK - 1));
    String title = words.text("weekly.subject", className, words.day(from), to);
    List<Block> blocks = new ArrayList<>();
    blocks.add(new MailBody.Heading(title));
    blocks.add(new Paragraph(words.text("weekly.lessons", lessons.size())));
    blocks.add(students(className, lessons, sources));
    blocks.add(new Paragraph(words.text("weekly.share")));
    blocks.add(lessonTable(lessons, words));
    sources.link(className).ifPresent(blocks::add);
    blocks.add(sources.footer());
    return sources.body(title, blocks);
  }

  private static Block students(String className, List<LessonMarks> lessons, MailSources sources) {
    MailWords words = sources.words();
    Map<String, String> names = sources.store().marks().names(className);
    Map<String, List<Status>> marks = new LinkedHashMap<>();
    for (LessonMarks lesson : lessons) {
      lesson
          .marks()
          .forEach((id, mark) -> marks.computeIfAbsent(id, key -> new ArrayList<>()).add(mark));
    }
    List<List<String>> rows = new ArrayList<>();
    marks.forEach((id, of) -> rows.add(row(names.getOrDefault(id, id), of)));
    return new MailBody.MailTable(
        List.of(
            words.text("column.student"),
            "%",
            words.text("column.attended"),
            words.text("column.late"),
            words.text("column.absent"),
            words.text("column.review")),
        rows);
  }

  private static List<String> row(String name, List<Status> marks) {
    long attended = marks.stream().filter(Status::attended).count();
    long absent = count(marks, Status.ABSENT);
    long decided = attended + absent;
    return List.of(
        MimeMail.oneLine(name),
        decided == 0 ? "–" : String.valueOf(Math.round(attended * 100.0 / decided)),
        String.valueOf(attended),
        String.valueOf(count(marks, Status.LATE)),
        String.valueOf(absent),
        String.valueOf(count(marks, Status.REVIEW)));
  }

  private static long count(Collection<Status> marks, Status status) {
    return marks.stream().filter(mark -> mark == status).count();
  }

  private static Block lessonTable(List<LessonMarks> lessons, MailWords words) {
    List<List<String>> rows = new ArrayList<>();
    for (LessonMarks lesson : lessons) {
      Collection<Status> marks = lesson.marks().values();
      rows.add(
          List.of(
              words.day(lesson.lesson().date()) + ", " + words.time(lesson.lesson().start()),
              String.valueOf(marks.stream().filter(Status::attended).count()),
              String.valueOf(count(marks, Status.ABSENT)),
              String.valueOf(count(marks, Status.REVIEW))));
    }
    return new MailBody.MailTable(
        List.of(
            words.text("column.lesson"),
            words.text("column.attended"),
            words.text("column.absent"),
            words.text("column.review")),
        rows);
  }
}
