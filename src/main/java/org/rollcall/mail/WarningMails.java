package org.rollcall.mail;

import static java.util.stream.Collectors.joining;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rollcall.mail.Absences.Absence;
import org.rollcall.mail.Absences.AbsenceSign;
import org.rollcall.mail.MailBody.Block;
import org.rollcall.mail.MailBody.Paragraph;
import org.rollcall.store.mail.Mail;
import org.rollcall.store.mail.Mail.MailTopic;
import org.rollcall.store.mail.Mail.Tracked;
import org.rollcall.store.mail.MailPreferences.Subscriber;
import org.rollcall.store.register.NewResults;

/**
 * Warns of students who are often absent. A class is checked when one of its lessons has been
 * processed, and once on each of the following days for warnings that had to wait.
 *
 * <p>Each reader is warned of a run of absences once, however long it grows. A low attendance is
 * reported again only after it has recovered in between, and not within {@link #QUIET}.
 */
final class WarningMails implements MailKind {
  private static final Duration RECENT = Duration.ofDays(3);
  private static final Duration QUIET = Duration.ofDays(28);

  /** What a class looked like at its last check. */
  private record ClassCheck(Instant processed, LocalDate day) {}

  private final Map<String, ClassCheck> lastChecks = new HashMap<>();

  @Override
  public MailTopic kind() {
    return MailTopic.WARNING;
  }

  @Override
  public void addDue(MailSources sources) {
    List<Subscriber> readers = sources.store().mailPreferences().subscribers(MailTopic.WARNING);
    if (readers.isEmpty()) {
      return;
    }
    Map<String, ClassCheck> recent = recent(sources);
    lastChecks.keySet().retainAll(recent.keySet());
    recent.forEach(
        (className, check) -> {
          if (!check.equals(lastChecks.get(className))) {
            addDue(className, readers, sources);
            lastChecks.put(className, check);
          }
        });
  }

  private static Map<String, ClassCheck> recent(MailSources sources) {
    LocalDate today = sources.now().toLocalDate();
    Map<String, ClassCheck> recent = new HashMap<>();
    for (NewResults.NewLesson lesson :
        sources.store().newResults().since(sources.clock().instant().minus(RECENT))) {
      recent.put(lesson.lesson().className(), new ClassCheck(lesson.processed(), today));
    }
    return recent;
  }

  private void addDue(String className, List<Subscriber> readers, MailSources sources) {
    List<Absence> absences = absences(className, sources);
    for (Subscriber reader : readers) {
      if (reader.wants(className)) {
        absences.forEach(absence -> addDue(absence, reader, sources));
      }
    }
  }

  private static List<Absence> absences(String className, MailSources sources) {
    return new Absences(sources.settings().warnings(), sources.store().lessons().marks(className))
        .all();
  }

  private static void addDue(Absence absence, Subscriber reader, MailSources sources) {
    List<Tracked> before =
        sources
            .store()
            .outbox()
            .of(MailTopic.WARNING, sources.clock().instant().minus(QUIET))
            .stream()
            .filter(tracked -> tracked.mail().recipient().equals(reader.address()))
            .toList();
    Instant midnight =
        sources.now().toLocalDate().atStartOfDay(sources.now().getZone()).toInstant();
    long today =
        before.stream().filter(mail -> !mail.standing().created().isBefore(midnight)).count();
    boolean quiet =
        absence.reason() == AbsenceSign.SHARE
            && before.stream().anyMatch(tracked -> isAbout(absence, tracked.mail().topic()));
    if (!quiet && today < sources.settings().mail().warningsADay()) {
      sources.store().outbox().add(mail(absence, reader));
    }
  }

  private static boolean isAbout(Absence absence, Mail.Topic topic) {
    return topic.student().equals(Optional.of(absence.student()))
        && topic.className().equals(Optional.of(absence.since().className()))
        && topic.note().equals(absence.reason().name());
  }

  private static Mail mail(Absence absence, Subscriber reader) {
    String key =
        "warning/%s/%s/%s/%s"
            .formatted(
                absence.since().fileStem(), absence.student(), absence.reason(), reader.address());
    return new Mail(
        key,
        MailTopic.WARNING,
        reader.address(),
        Mail.Topic.of(absence.since(), absence.student(), absence.reason().name()));
  }

  @Override
  public Optional<Draft> write(Mail mail, MailSources sources) {
    return absences(mail.topic().className().orElseThrow(), sources).stream()
        .filter(absence -> isAbout(absence, mail.topic()))
        .findFirst()
        .map(absence -> new Draft(body(absence, sources), mail.topic().note()));
  }

  /** Writes the mail. The student's name is in the text only: bystanders may see the subject. */
  private static MailBody body(Absence absence, MailSources sources) {
    MailWords words = sources.words();
    String className = absence.since().className();
    String name =
        sources.store().marks().names(className).getOrDefault(absence.student(), absence.student());
    String key = absence.reason() == AbsenceSign.ROW ? "warning.row" : "warning.share";
    int missed = absence.tally().missed().size();
    String title = words.text(key + ".subject", className, missed);
    List<Block> blocks = new ArrayList<>();
    blocks.add(new MailBody.Heading(title));
    blocks.add(
        new Paragraph(
            words.text(
                key,
                MimeMail.oneLine(name),
                missed,
                absence.tally().attended(),
                absence.tally().decided(),
                absence.tally().percent())));
    if (absence.reason() == AbsenceSign.ROW) {
      blocks.add(
          new Paragraph(
              absence.tally().missed().stream().map(words::lesson).collect(joining("\n"))));
    }
    blocks.add(new Paragraph(words.text("warning.check")));
    sources.link(className).ifPresent(blocks::add);
    blocks.add(sources.footer());
    return sources.body(title, blocks);
  }
}
