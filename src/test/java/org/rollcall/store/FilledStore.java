package org.rollcall.store;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.rollcall.model.Consent;
import org.rollcall.model.Correction;
import org.rollcall.model.Coverage;
import org.rollcall.model.Footage;
import org.rollcall.model.Lesson;
import org.rollcall.model.LessonKey;
import org.rollcall.model.LessonRegister;
import org.rollcall.model.Message;
import org.rollcall.model.Outcome;
import org.rollcall.model.Reason;
import org.rollcall.model.RunFacts;
import org.rollcall.model.SheetProblem;
import org.rollcall.model.SheetState;
import org.rollcall.model.Status;
import org.rollcall.model.Student;
import org.rollcall.model.UnknownFace;
import org.rollcall.model.UnknownPerson;
import org.rollcall.model.Verdict;
import org.rollcall.model.picture.Embedding;
import org.rollcall.model.picture.Jpeg;
import org.rollcall.model.picture.Quality.Flaw;
import org.rollcall.store.account.Account;
import org.rollcall.store.account.AuditEntry;
import org.rollcall.store.db.StoreAddress;
import org.rollcall.store.ledger.KnownFiles;
import org.rollcall.store.ledger.ProcessingStatistics;
import org.rollcall.store.ledger.Run;
import org.rollcall.store.mail.Mail;
import org.rollcall.store.mail.MailPreferences;
import org.rollcall.store.people.EnrolledPhoto;
import org.rollcall.store.people.Enrolment;
import org.rollcall.store.people.PackEdition;
import org.rollcall.store.people.UnknownSighting;
import org.rollcall.store.register.SheetEdits;

/**
 * A made-up school of two students, in a database: each table has rows, with odd values in them.
 */
public final class FilledStore {
  public static final LessonKey LESSON =
      new LessonKey("7A", LocalDate.of(2026, 11, 16), LocalTime.of(9, 0));

  private static final LocalDateTime NINE = LocalDateTime.of(2026, 11, 16, 9, 0);
  private static final Embedding FACE = Embedding.normalised(3, 1, 4, 1, 5, 9, 2, 6);
  private static final Student ADA =
      new Student("S1", "Ada \"Ä\" Birch, née 李", Optional.of("ada@school.example"), Consent.GIVEN);
  private static final Student BEN =
      new Student("S2", "Ben\nAlder", Optional.empty(), Consent.REFUSED);

  private FilledStore() {}

  public static void fill(StoreAddress address) {
    try (Store store = Store.open(address)) {
      fillLesson(store);
      fillStudents(store);
      fillUnknownPersons(store);
      fillMails(store);
      fillService(store);
    }
  }

  private static void fillLesson(Store store) {
    Noticed.add(store, "b", LESSON);
    store
        .knownFiles()
        .remember(
            new KnownFiles.FileStamp("footage/x.mp4", 1L << 40, Instant.EPOCH), "b".repeat(64));
    store.lessons().save(register());
    store
        .sheetStates()
        .save(
            LESSON,
            new SheetState(
                Instant.ofEpochMilli(1_794_881_045_678L),
                "e".repeat(64),
                "version",
                Map.of("S1", new Correction(Optional.of(Status.LATE), "bus"))));
    SheetProblem problem =
        new SheetProblem("'Register'!K9", "ill", Message.of(Reason.TYPED_NOT_A_MARK));
    store
        .sheetStates()
        .saveCopy(
            LESSON,
            Instant.ofEpochMilli(1_794_881_045_679L),
            new SheetEdits("Copy of 7A.xlsx", List.of(), List.of(), List.of(problem)));
    store.pendingSheets().add(LESSON, Message.english("It is open."));
    store.dueClassRegisters().add("7A");
    correct(store, new Correction(Optional.of(Status.LATE), "came by bus"));
    correct(store, new Correction(Optional.empty(), ""));
    store
        .statistics()
        .save(
            LESSON,
            new ProcessingStatistics(
                Duration.ofMinutes(45),
                Duration.ofSeconds(50),
                2700,
                9000,
                300,
                Map.of(Flaw.SMALL, 7L)));
  }

  private static void correct(Store store, Correction correction) {
    store.lessons().saveCorrections(LESSON, Map.of("S1", correction), "7A.xlsx");
  }

  private static void fillStudents(Store store) {
    store.deadlyPhotos().add("d".repeat(64), Message.english("The process died over it."));
    store
        .enrolments()
        .replace(new Enrolment("7A", "compact", "photos", List.of(photo("S1"), photo("S2"))));
  }

  private static EnrolledPhoto photo(String student) {
    return new EnrolledPhoto(
        student,
        "students/" + student + "/1.jpg",
        "a".repeat(64),
        Optional.of(FACE),
        Optional.of(jpeg(student)),
        0.1 + 0.2,
        Optional.empty());
  }

  private static void fillUnknownPersons(Store store) {
    store
        .unknownPersons()
        .save(
            LESSON,
            new PackEdition("compact", "1a2b"),
            List.of(new UnknownSighting(Optional.empty(), FACE, 0.1)));
    store.unknownFaceDecisions().saveStudent(LESSON, 1, "S2", "birch");
  }

  private static void fillMails(Store store) {
    store.accounts().add(new Account("birch", Account.Role.TEACHER, Set.of("7A"), true), "hash");
    Map<Mail.MailTopic, Set<String>> wanted =
        Map.of(
            Mail.MailTopic.SHEET, Set.of(MailPreferences.ALL), Mail.MailTopic.WEEKLY, Set.of("7A"));
    store
        .mailPreferences()
        .save("birch", new MailPreferences.Subscription("birch@school.example", wanted));
    Mail.Topic topic = Mail.Topic.of(LESSON, "S1", "ROW");
    store.outbox().add(new Mail("warning", Mail.MailTopic.WARNING, "birch@school.example", topic));
    store.outbox().failed(store.outbox().next().orElseThrow(), "The server is away.");
  }

  private static void fillService(Store store) {
    store.runs().start(new Run("night", Instant.EPOCH, Optional.empty(), "node"));
    store.runs().recordAlarm("An alarm.", LESSON.date());
    store.auditLog().add("head", "10.0.0.7", AuditEntry.Action.LOGIN, "");
  }

  private static LessonRegister register() {
    Lesson lesson =
        new Lesson(LESSON, Duration.ofMinutes(45), new Lesson.Slot(NINE, NINE.plusMinutes(45)));
    Verdict.Presence seen =
        new Verdict.Presence(
            Duration.ZERO, Duration.ofMinutes(44), Duration.ofMinutes(40), 7, List.of(3, 0, 4));
    return new LessonRegister(
        lesson,
        List.of(
            row(new Verdict(ADA, Status.PRESENT, Optional.of(seen), 1 / 3.0, Optional.empty())),
            row(
                new Verdict(
                    BEN,
                    Status.REVIEW,
                    Optional.empty(),
                    0,
                    Optional.of(Message.english("No photo."))))),
        List.of(
            new UnknownFace(
                1,
                Duration.ZERO,
                Duration.ofSeconds(9),
                4,
                jpeg("face"),
                Optional.of(new UnknownPerson(1, 1, LESSON.date(), LESSON.date())))),
        new Coverage(
            List.of(
                new Coverage.Stretch(Duration.ZERO, Duration.ofMinutes(30), Coverage.View.SEEN),
                new Coverage.Stretch(
                    Duration.ofMinutes(30), Duration.ofMinutes(45), Coverage.View.FROZEN)),
            11.5,
            Optional.of(12.0),
            List.of(Coverage.Doubt.UNSEEN)),
        new Outcome(Outcome.Completion.PARTIAL, List.of(Message.english("A part cannot be read."))),
        new RunFacts(
            "0.1.0",
            Instant.ofEpochMilli(1_794_881_045_678L),
            Duration.ofMillis(61_234),
            List.of(new Footage("footage/7A/a.mp4", "c".repeat(64), Duration.ofMinutes(45))),
            Map.of("detection", "yunet"),
            Map.of("marks.lateAfter", "10m"),
            List.of(Message.english("It is dark."))));
  }

  private static LessonRegister.Row row(Verdict verdict) {
    return new LessonRegister.Row(
        verdict, Optional.empty(), Optional.of(jpeg("evidence")), Optional.empty());
  }

  private static Jpeg jpeg(String text) {
    return new Jpeg(("\u0000\u00ff" + text).getBytes(StandardCharsets.ISO_8859_1));
  }
}
