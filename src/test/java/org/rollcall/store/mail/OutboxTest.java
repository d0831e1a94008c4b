package org.rollcall.store.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.rollcall.model.LessonKey;
import org.rollcall.store.DatabaseKind;
import org.rollcall.store.EachDatabase;
import org.rollcall.store.db.Database;
import org.rollcall.store.db.LessonRows;
import org.rollcall.store.mail.Mail.MailClaim;
import org.rollcall.store.mail.Mail.MailState;
import org.rollcall.store.mail.Mail.MailTopic;
import org.rollcall.store.mail.Mail.Topic;
import org.rollcall.testing.FakeClock;

@ParameterizedClass
@EachDatabase
class OutboxTest {
  private static final LessonKey LESSON =
      new LessonKey("7A", LocalDate.of(2026, 11, 16), LocalTime.of(9, 0));

  @Parameter private DatabaseKind kind;

  @TempDir Path home;
  private final FakeClock clock = FakeClock.at("2026-11-17T02:00:00Z");
  @AutoClose private Database database;
  private Outbox outbox;

  @BeforeEach
  void open() {
    database = Database.open(kind.fresh(home));
    outbox = new Outbox(database, clock);
    database.change(handle -> LessonRows.ensure(handle, LESSON));
  }

  private static Mail mail(String key) {
    return new Mail(key, MailTopic.SHEET, "birch@school.example", Topic.of(LESSON, "v1"));
  }

  private MailClaim turn() {
    return outbox.next().orElseThrow();
  }

  private Mail.MailCount standing() {
    return outbox.all().get(0).standing();
  }

  @Test
  void add_mail_isKeptAsItIs() {
    Mail warning = new Mail("w", MailTopic.WARNING, "ä@b.example", Topic.of(LESSON, "S1", "ROW"));

    assertThat(outbox.add(warning)).isTrue();

    assertThat(outbox.all())
        .containsExactly(
            new Mail.Tracked(
                warning,
                new Mail.MailCount(
                    MailState.WAITING, 0, clock.instant(), "", clock.instant(), Optional.empty())));
  }

  @Test
  void add_keyThatIsThere_changesNothingWhateverBecameOfIt() {
    outbox.add(mail("a"));
    assertThat(outbox.add(mail("a"))).isFalse();
    outbox.sent(turn(), "v2");

    assertThat(outbox.add(mail("a"))).isFalse();

    assertThat(outbox.next()).isEmpty();
    assertThat(outbox.all()).hasSize(1);
  }

  @Test
  void next_mail_isOneTurnAtATimeUntilThatExpires() {
    outbox.add(mail("a"));
    MailClaim first = turn();

    assertThat(outbox.next()).isEmpty();
    clock.pass(Outbox.LEASE.plusMillis(1));

    MailClaim second = turn();
    assertThat(second.mail()).isEqualTo(first.mail());
    assertThat(second.token()).isNotEqualTo(first.token());
    assertThat(second.attempts()).isEqualTo(2);
  }

  @Test
  void sent_byWhoeverHasLostTheTurn_doesNotCount() {
    outbox.add(mail("a"));
    MailClaim late = turn();
    clock.pass(Outbox.LEASE.plusMillis(1));
    MailClaim second = turn();
    outbox.failed(late, "It was slow.");
    outbox.giveUp(late, "It was slow.");
    outbox.drop(late);
    outbox.sent(late, "v1");

    assertThat(standing().state()).isEqualTo(MailState.WAITING);
    outbox.sent(second, "v2");

    assertThat(standing().state()).isEqualTo(MailState.SENT);
    assertThat(standing().sent()).contains(clock.instant());
    assertThat(outbox.all().get(0).mail().topic().note()).isEqualTo("v2");
  }

  @Test
  void next_severalDue_comeInTheOrderOfTheirTime() {
    outbox.add(mail("first"));
    clock.pass(Duration.ofSeconds(1));
    outbox.add(mail("second"));
    outbox.failed(turn(), "The server is away.");

    assertThat(turn().mail().key()).isEqualTo("second");
    assertThat(outbox.next()).isEmpty();
    clock.pass(Duration.ofMinutes(2));
    assertThat(turn().mail().key()).isEqualTo("first");
  }

  @Test
  void failed_mail_isTriedLaterAndLaterAndThenGivenUp() {
    Instant started = clock.instant();
    outbox.add(mail("a"));
    List<Duration> waits = new ArrayList<>();
    while (standing().state() == MailState.WAITING) {
      outbox.failed(turn(), "The server is away.");
      Duration wait = Duration.between(clock.instant(), standing().nextTry());
      if (standing().state() == MailState.WAITING) {
        waits.add(wait);
        clock.pass(wait);
      }
    }

    assertThat(waits)
        .startsWith(
            Duration.ofMinutes(2),
            Duration.ofMinutes(4),
            Duration.ofMinutes(8),
            Duration.ofMinutes(16))
        .endsWith(Duration.ofHours(4));
    assertThat(Duration.between(started, clock.instant()))
        .isBetween(Outbox.GIVE_UP_AFTER.minusHours(4), Outbox.GIVE_UP_AFTER);
    assertThat(standing().state()).isEqualTo(MailState.GIVEN_UP);
    assertThat(standing().reason()).isEqualTo("The server is away.");
  }

  @Test
  void retry_mails_areDueWithAllTheirPatience() {
    outbox.add(mail("a"));
    outbox.giveUp(turn(), "No such user.");
    outbox.add(mail("b"));
    outbox.failed(turn(), "The server is away.");
    clock.pass(Duration.ofDays(30));
    outbox.add(mail("c"));
    outbox.sent(turn(), "");

    assertThat(outbox.retry()).isEqualTo(1);

    outbox.failed(turn(), "It is away again.");
    assertThat(outbox.count(MailState.WAITING)).isEqualTo(2);
  }

  @Test
  void retry_mailBeingSent_isLeftAlone() {
    outbox.add(mail("a"));
    outbox.failed(turn(), "The server is away.");
    clock.pass(Duration.ofMinutes(2));
    turn();

    outbox.retry();

    assertThat(outbox.next()).isEmpty();
  }

  @Test
  void prune_oldMails_keepsThoseThatWaitAndThoseOfTheLastMonths() {
    outbox.add(mail("waits"));
    outbox.failed(turn(), "The server is away.");
    outbox.add(mail("sent"));
    outbox.sent(turn(), "");
    outbox.add(mail("given up"));
    outbox.giveUp(turn(), "No such user.");
    clock.pass(Outbox.KEPT);
    outbox.prune();
    assertThat(outbox.all()).hasSize(3);

    clock.pass(Duration.ofMillis(1));
    outbox.prune();

    assertThat(outbox.all()).extracting(t -> t.mail().key()).containsExactly("waits");
  }

  @Test
  void of_kind_givesThoseSinceThen() {
    outbox.add(
        new Mail("alarm", MailTopic.ALARM, "head@school.example", Topic.of("The disk is full.")));
    outbox.add(mail("old"));
    Instant later = clock.pass(Duration.ofDays(1));
    outbox.add(mail("new"));

    assertThat(outbox.of(MailTopic.SHEET, later))
        .extracting(t -> t.mail().key())
        .containsExactly("new");
    assertThat(outbox.of(MailTopic.ALARM, Instant.EPOCH))
        .singleElement()
        .satisfies(t -> assertThat(t.mail().topic()).isEqualTo(Topic.of("The disk is full.")));
  }

  @Test
  void wasTold_ofTheLesson_onlyBySentMails() {
    outbox.add(mail("a"));
    outbox.add(mail("b"));

    assertThat(outbox.alreadySent(mail("b"))).isFalse();
    outbox.sent(turn(), "");
    assertThat(outbox.alreadySent(mail("b"))).isTrue();
    assertThat(outbox.alreadySent(mail("a"))).isFalse();
  }

  @Test
  void lessonOrStudent_deleted_takesTheMailsAlong() {
    outbox.add(mail("lesson"));
    outbox.add(
        new Mail(
            "student",
            MailTopic.WARNING,
            "birch@school.example",
            new Topic(Optional.of("7A"), Optional.empty(), Optional.of("S1"), "")));

    database.change(handle -> handle.execute("DELETE FROM lesson"));
    assertThat(outbox.all()).hasSize(1);
    database.change(handle -> handle.execute("DELETE FROM student"));
    assertThat(outbox.all()).isEmpty();
  }

  @Test
  void topic_studentOfNoClass_isNone() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Topic(Optional.empty(), Optional.empty(), Optional.of("S1"), ""));
  }

  @Test
  void next_severalThreads_getEachMailOnce() throws InterruptedException, ExecutionException {
    for (int i = 0; i < 30; i++) {
      outbox.add(mail("m" + i));
    }
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Future<List<String>>> all = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        all.add(threads.submit(this::takeAll));
      }
      List<String> keys = new ArrayList<>();
      for (Future<List<String>> some : all) {
        keys.addAll(some.get());
      }
      assertThat(keys).hasSize(30).doesNotHaveDuplicates();
    } finally {
      threads.shutdownNow();
    }
  }

  private List<String> takeAll() {
    List<String> keys = new ArrayList<>();
    for (Optional<MailClaim> turn = outbox.next(); turn.isPresent(); turn = outbox.next()) {
      keys.add(turn.get().mail().key());
      outbox.sent(turn.get(), "");
    }
    return keys;
  }
}
