package org.rollcall.mail;

import jakarta.mail.internet.MimeMessage;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.rollcall.model.Coverage;
import org.rollcall.model.Lesson;
import org.rollcall.model.LessonKey;
import org.rollcall.model.LessonRegister;
import org.rollcall.model.Outcome;
import org.rollcall.model.RunFacts;
import org.rollcall.model.Status;
import org.rollcall.model.Student;
import org.rollcall.model.Verdict;
import org.rollcall.school.Home;
import org.rollcall.store.Store;
import org.rollcall.store.account.Account;
import org.rollcall.store.db.StoreAddress;
import org.rollcall.store.mail.Mail.MailState;
import org.rollcall.store.mail.Mail.MailTopic;
import org.rollcall.store.mail.Mail.Tracked;
import org.rollcall.store.mail.MailPreferences;
import org.rollcall.testing.EmptyDatabase;
import org.rollcall.testing.FakeClock;
import org.rollcall.testing.MailServer;
import org.rollcall.testing.SchoolFolder;

/** A school with a class, a teacher, a mail server and a clock of its own, for tests of mails. */
final class MailedSchool implements AutoCloseable {
  static final String BIRCH = "birch@school.example";

  final FakeClock clock = new FakeClock(Instant.parse("2026-11-17T02:00:00Z"));
  final Home home;
  private final SchoolFolder files;
  final Store store;
  private final StoreAddress address;
  private MailServer server = MailServer.plain();
  private List<String> names = List.of("Ada Birch", "Jörg Müßig", "李 Wei");

  MailedSchool(Path folder, StoreAddress address) {
    this.files = new SchoolFolder(folder);
    this.home = files.home();
    this.address = address;
    this.store = Store.open(address, clock);
    store.accounts().add(new Account("birch", Account.Role.TEACHER, Set.of("7A"), false), "hash");
    with();
  }

  MailedSchool(Path folder) {
    this(
        folder,
        new StoreAddress.SqliteFile(EmptyDatabase.at(folder.resolve("output/rollcall.db"))));
  }

  /** {@return the store once more, as another process would open it} */
  Store another() {
    return Store.open(address, clock);
  }

  MailedSchool named(String... others) {
    names = List.of(others);
    return this;
  }

  /** Lets the settings name the mail server, and say something besides. */
  MailedSchool with(String... more) {
    return with(server.port(), more);
  }

  /** Lets the settings name whatever listens at a port, and say something besides. */
  MailedSchool with(int port, String... more) {
    String settings =
        """
        school: {name: Schule Zürich, zone: UTC}
        mail.host: localhost
        mail.port: %d
        mail.security: none
        mail.from: rollcall@school.example
        """
            .formatted(port);
    files.write("config/rollcall.yaml", settings + String.join("\n", more) + "\n");
    return this;
  }

  /** Puts another mail server in place of the one it has. */
  MailedSchool with(MailServer other, String... more) {
    server.close();
    server = other;
    return with(more);
  }

  void stopServer() {
    server.close();
  }

  void restartServer() {
    server = MailServer.plain(server.port());
  }

  /** The teacher wants mails of some kinds about the class. */
  MailedSchool wants(MailTopic... kinds) {
    Map<MailTopic, Set<String>> classes = new LinkedHashMap<>();
    for (MailTopic kind : kinds) {
      classes.put(kind, Set.of(MailPreferences.ALL));
    }
    store.mailPreferences().save("birch", new MailPreferences.Subscription(BIRCH, classes));
    return this;
  }

  static LessonKey key(int day, int hour) {
    return new LessonKey("7A", LocalDate.of(2026, 11, 1).plusDays(day - 1), LocalTime.of(hour, 0));
  }

  /** Processes a lesson: writes its register and a sheet. */
  LessonKey lesson(LessonKey key, Status... marks) {
    return lesson(key, Outcome.done(), marks);
  }

  /** Processes a lesson that comes to another end. */
  LessonKey lesson(LessonKey key, Outcome outcome, Status... marks) {
    List<LessonRegister.Row> rows =
        IntStream.range(0, marks.length).mapToObj(i -> row(i, marks[i])).toList();
    store
        .lessons()
        .save(
            new LessonRegister(
                new Lesson(key, Duration.ofMinutes(45)),
                rows,
                List.of(),
                Coverage.unknown(),
                outcome,
                new RunFacts(
                    "1",
                    clock.instant(),
                    Duration.ofSeconds(9),
                    List.of(),
                    Map.of(),
                    Map.of(),
                    List.of())));
    files.write("attendance/7A/" + key.fileStem() + ".xlsx", "the workbook of " + key);
    return key;
  }

  private LessonRegister.Row row(int number, Status mark) {
    Student student = new Student("S" + (number + 1), names.get(number));
    return new LessonRegister.Row(
        new Verdict(student, mark, Optional.empty(), 0, Optional.empty()),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  MailService mailService() {
    return new MailService(home, Map.of("ROLLCALL_MAIL_PASSWORD", MailServer.PASSWORD), clock);
  }

  MailService mailService(SmtpServer.SmtpTimeouts patience) {
    return new MailService(
        home, Map.of(), clock, (server, password) -> new SmtpServer(server, password, patience));
  }

  /** Lets the mail service go round once. */
  Delivery deliver() {
    return mailService().deliver(store);
  }

  /** {@return the mails that the server has} */
  List<MimeMessage> received() {
    return server.received();
  }

  /** {@return the mail that the server got last} */
  MailContent last() {
    return MailContent.of(received().get(received().size() - 1));
  }

  /** {@return the states of all mails, that asked for last first} */
  List<MailState> states() {
    return store.outbox().all().stream()
        .map(Tracked::standing)
        .map(standing -> standing.state())
        .toList();
  }

  @Override
  public void close() {
    store.close();
    server.close();
  }
}
