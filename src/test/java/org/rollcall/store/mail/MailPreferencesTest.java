package org.rollcall.store.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.rollcall.store.DatabaseKind;
import org.rollcall.store.EachDatabase;
import org.rollcall.store.account.Account;
import org.rollcall.store.account.Account.Role;
import org.rollcall.store.account.Accounts;
import org.rollcall.store.db.Database;
import org.rollcall.store.mail.Mail.MailTopic;
import org.rollcall.store.mail.MailPreferences.Subscriber;
import org.rollcall.store.mail.MailPreferences.Subscription;
import org.rollcall.testing.FakeClock;

@ParameterizedClass
@EachDatabase
class MailPreferencesTest {
  private static final Set<String> ALL = Set.of(MailPreferences.ALL);
  private static final String BIRCH = "birch@school.example";

  @Parameter private DatabaseKind kind;

  @TempDir Path home;
  private final FakeClock clock = FakeClock.at("2026-11-17T02:00:00Z");
  private final Instant start = clock.instant();
  @AutoClose private Database database;
  private Accounts accounts;
  private MailPreferences preferences;

  @BeforeEach
  void open() {
    database = Database.open(kind.fresh(home));
    accounts = new Accounts(database, clock);
    preferences = new MailPreferences(database, clock);
    accounts.add(new Account("birch", Role.TEACHER, Set.of("7A", "7B"), false), "hash");
    accounts.add(new Account("head", Role.ADMIN, Set.of(), false), "hash");
  }

  @Test
  void find_whatWasSaved_isFoundInAnyLetterCase() {
    Subscription subscription =
        new Subscription(BIRCH, Map.of(MailTopic.SHEET, ALL, MailTopic.WEEKLY, Set.of("7A", "7B")));

    preferences.save("Birch", subscription);

    assertThat(preferences.find("BIRCH ")).contains(subscription);
    assertThat(preferences.find("head")).isEmpty();
  }

  @Test
  void subscribers_noSubscription_areNone() {
    preferences.save("birch", new Subscription(BIRCH, Map.of()));

    assertThat(preferences.subscribers(MailTopic.SHEET)).isEmpty();
  }

  @Test
  void subscribers_ofAll_getTheClassesOfTheAccount() {
    preferences.save("birch", new Subscription(BIRCH, Map.of(MailTopic.SHEET, ALL)));

    assertThat(preferences.subscribers(MailTopic.SHEET))
        .containsExactly(new Subscriber("7A", BIRCH, start), new Subscriber("7B", BIRCH, start));
    assertThat(preferences.subscribers(MailTopic.WEEKLY)).isEmpty();
  }

  @Test
  void subscribers_ofSomeClasses_getThoseThatTheyStillMaySee() {
    preferences.save(
        "birch", new Subscription(BIRCH, Map.of(MailTopic.WARNING, Set.of("7A", "7B"))));

    accounts.changeRights("birch", Role.TEACHER, Set.of("7B", "8C"));

    assertThat(preferences.subscribers(MailTopic.WARNING))
        .containsExactly(new Subscriber("7B", BIRCH, start));
  }

  @Test
  void subscribers_admin_getsEveryClassOrThoseWanted() {
    preferences.save(
        "head",
        new Subscription(
            "head@school.example", Map.of(MailTopic.WEEKLY, ALL, MailTopic.SHEET, Set.of("9Z"))));

    assertThat(preferences.subscribers(MailTopic.WEEKLY))
        .singleElement()
        .satisfies(reader -> assertThat(reader.wants("any class")).isTrue());
    assertThat(preferences.subscribers(MailTopic.SHEET))
        .containsExactly(new Subscriber("9Z", "head@school.example", start));
  }

  @Test
  void save_again_replacesAndKeepsSinceWhenOfWhatStays() {
    preferences.save(
        "birch",
        new Subscription(BIRCH, Map.of(MailTopic.SHEET, Set.of("7A"), MailTopic.WEEKLY, ALL)));
    Instant later = clock.pass(Duration.ofDays(3));

    preferences.save(
        "birch", new Subscription("b@b.example", Map.of(MailTopic.SHEET, Set.of("7A", "7B"))));

    assertThat(preferences.subscribers(MailTopic.SHEET))
        .containsExactlyInAnyOrder(
            new Subscriber("7A", "b@b.example", start), new Subscriber("7B", "b@b.example", later));
    assertThat(preferences.subscribers(MailTopic.WEEKLY)).isEmpty();
  }

  @Test
  void remove_subscriptionOrAccount_leavesNoSubscriber() {
    preferences.save("birch", new Subscription(BIRCH, Map.of(MailTopic.SHEET, ALL)));
    preferences.save("head", new Subscription("head@school.example", Map.of(MailTopic.SHEET, ALL)));

    preferences.remove("Birch");
    assertThat(preferences.subscribers(MailTopic.SHEET)).hasSize(1);
    accounts.remove("head");
    assertThat(preferences.subscribers(MailTopic.SHEET)).isEmpty();
    assertThat(preferences.find("birch")).isEmpty();
  }
}
