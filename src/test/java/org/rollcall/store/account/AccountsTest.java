package org.rollcall.store.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.rollcall.store.DatabaseKind;
import org.rollcall.store.EachDatabase;
import org.rollcall.store.account.Account.Role;
import org.rollcall.store.db.Database;
import org.rollcall.testing.FakeClock;

@ParameterizedClass
@EachDatabase
class AccountsTest {
  private static final Account BIRCH =
      new Account("Ms.Birch", Role.TEACHER, Set.of("7A", "7B"), true);

  @Parameter private DatabaseKind kind;

  @TempDir Path home;
  private final FakeClock clock = FakeClock.at("2026-11-17T02:00:00Z");
  @AutoClose private Database database;
  private Accounts accounts;
  private Logins logins;

  @BeforeEach
  void open() {
    database = Database.open(kind.fresh(home));
    accounts = new Accounts(database, clock);
    logins = new Logins(database, clock);
  }

  @Test
  void add_account_isFoundInAnyLetterCase() {
    assertThat(accounts.add(BIRCH, "hash")).isTrue();

    assertThat(accounts.find(" MS.birch ")).contains(BIRCH);
    assertThat(accounts.passwordHash("ms.Birch")).contains("hash");
    assertThat(accounts.all()).containsExactly(BIRCH);
  }

  @Test
  void add_nameThatIsTaken_changesNothing() {
    accounts.add(BIRCH, "hash");

    assertThat(accounts.add(new Account("ms.birch", Role.ADMIN, Set.of(), false), "x")).isFalse();

    assertThat(accounts.all()).containsExactly(BIRCH);
    assertThat(accounts.passwordHash("ms.birch")).contains("hash");
  }

  @Test
  void changeRights_account_holdsFromNowOn() {
    accounts.add(BIRCH, "hash");

    assertThat(accounts.changeRights("ms.birch", Role.VIEWER, Set.of("8C"))).isTrue();

    assertThat(accounts.find("ms.birch"))
        .contains(new Account("ms.birch", Role.VIEWER, Set.of("8C"), true));
    assertThat(accounts.changeRights("nobody", Role.VIEWER, Set.of("8C"))).isFalse();
  }

  @Test
  void changePassword_account_isLoggedOutEverywhere() {
    accounts.add(BIRCH, "hash");
    logins.start("token", "ms.birch");

    assertThat(accounts.changePassword("Ms.Birch", "other", false)).isTrue();

    assertThat(accounts.passwordHash("ms.birch")).contains("other");
    assertThat(accounts.find("ms.birch").orElseThrow().mustChangePassword()).isFalse();
    assertThat(logins.find("token")).isEmpty();
    assertThat(accounts.changePassword("nobody", "other", false)).isFalse();
  }

  @Test
  void remove_account_takesItsLoginsAlong() {
    accounts.add(BIRCH, "hash");
    logins.start("token", "ms.birch");

    assertThat(accounts.remove("MS.BIRCH")).isTrue();

    assertThat(accounts.find("ms.birch")).isEmpty();
    assertThat(accounts.passwordHash("ms.birch")).isEmpty();
    assertThat(logins.find("token")).isEmpty();
    assertThat(accounts.remove("ms.birch")).isFalse();
  }

  @Test
  void login_used_isNoted() {
    accounts.add(BIRCH, "hash");
    Instant started = clock.instant();
    logins.start("token", "ms.birch");
    Instant used = clock.pass(Duration.ofMinutes(5));
    logins.use("token");

    assertThat(logins.find("token").orElseThrow().login())
        .isEqualTo(new Logins.Login("ms.birch", started, used));
  }

  @Test
  void login_ended_isGone() {
    accounts.add(BIRCH, "hash");
    logins.start("one", "ms.birch");
    logins.start("two", "ms.birch");
    logins.start("three", "ms.birch");

    logins.end("one");
    assertThat(logins.find("one")).isEmpty();
    assertThat(logins.find("two")).isPresent();

    logins.endAll("Ms.Birch");
    assertThat(logins.find("two")).isEmpty();
    assertThat(logins.find("three")).isEmpty();
  }

  @Test
  void forget_oldLogins_keepsTheOthers() {
    accounts.add(BIRCH, "hash");
    logins.start("idle", "ms.birch");
    Instant later = clock.pass(Duration.ofHours(3));
    logins.start("fresh", "ms.birch");

    logins.forget(later.minus(Duration.ofHours(12)), later.minus(Duration.ofHours(2)));

    assertThat(logins.find("idle")).isEmpty();
    assertThat(logins.find("fresh")).isPresent();
  }

  @Test
  void rights_byRole_areThoseOfTheClasses() {
    Account admin = new Account("head", Role.ADMIN, Set.of(), false);
    Account viewer = new Account("alder", Role.VIEWER, Set.of("7A"), false);

    assertThat(admin.maySee("9Z")).isTrue();
    assertThat(admin.mayCorrect("9Z")).isTrue();
    assertThat(BIRCH.mayCorrect("7B")).isTrue();
    assertThat(BIRCH.maySee("8C")).isFalse();
    assertThat(BIRCH.mayCorrect("8C")).isFalse();
    assertThat(viewer.maySee("7A")).isTrue();
    assertThat(viewer.mayCorrect("7A")).isFalse();
  }

  @Test
  void hasOtherAdmin_teachersAndOneself_doNotCount() {
    accounts.add(BIRCH, "hash");
    accounts.add(new Account("head", Role.ADMIN, Set.of(), false), "hash");

    assertThat(accounts.hasOtherAdmin("HEAD")).isFalse();
    assertThat(accounts.hasOtherAdmin("ms.birch")).isTrue();
  }

  @Test
  void name_withBlanksOrMarkup_isNone() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Account("two words", Role.ADMIN, Set.of(), false));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Account("<b>", Role.ADMIN, Set.of(), false));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Account("", Role.ADMIN, Set.of(), false));
  }
}
