package org.rollcall.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.access.Authenticator.LoginResult;
import org.rollcall.store.Store;
import org.rollcall.store.account.Account;
import org.rollcall.store.account.Account.Role;
import org.rollcall.testing.FakeClock;
import org.rollcall.testing.TestPassword;

class AuthenticatorTest {
  private static final String PASSWORD = TestPassword.TEXT;
  private static final String DESK = "10.0.0.7";

  @TempDir Path folder;

  private final FakeClock clock = new FakeClock(Instant.now());
  @AutoClose private Store store;
  private Authenticator authenticator;

  @BeforeEach
  void open() {
    store = Store.open(folder.resolve("rollcall.db"));
    add("birch");
    authenticator = new Authenticator(() -> store, clock);
  }

  private void add(String name) {
    store.accounts().add(new Account(name, Role.TEACHER, Set.of("7A"), false), TestPassword.HASH);
  }

  private String enter() {
    return ((LoginResult.Granted) authenticator.login("Birch", PASSWORD, DESK)).token();
  }

  @Test
  void login_rightPassword_isKnownFromThenOn() {
    String token = enter();

    assertThat(authenticator.principal(token).orElseThrow().account().name()).isEqualTo("birch");
    assertThat(enter()).as("another login").isNotEqualTo(token);
    assertThat(authenticator.principal("something else")).isEmpty();
  }

  @Test
  void login_wrongPasswordOrName_isRefusedAlike() {
    assertThat(authenticator.login("birch", "four quiet words", DESK))
        .isEqualTo(new LoginResult.Denied());
    assertThat(authenticator.login("nobody", PASSWORD, DESK)).isEqualTo(new LoginResult.Denied());
    assertThat(authenticator.login("birch", "x".repeat(100_000), DESK))
        .isEqualTo(new LoginResult.Denied());
  }

  @Test
  void login_manyWrongGuesses_hasToWaitEvenWithTheRightOne() {
    for (int i = 0; i < 5; i++) {
      assertThat(authenticator.login("birch", "guess " + i, DESK))
          .isEqualTo(new LoginResult.Denied());
    }
    assertThat(authenticator.login("birch", PASSWORD, DESK))
        .isEqualTo(new LoginResult.Throttled(Duration.ofSeconds(30)));
    assertThat(authenticator.login("birch", PASSWORD, "10.0.0.8"))
        .isInstanceOf(LoginResult.Granted.class);

    clock.pass(Duration.ofSeconds(30));

    assertThat(authenticator.login("birch", PASSWORD, DESK))
        .isInstanceOf(LoginResult.Granted.class);
  }

  @Test
  void login_moreWrongGuesses_waitLongerEachTime() {
    for (int i = 0; i < 5; i++) {
      authenticator.login("birch", "guess", DESK);
    }
    clock.pass(Duration.ofSeconds(30));
    authenticator.login("birch", "guess", DESK);

    assertThat(authenticator.login("birch", PASSWORD, DESK))
        .isEqualTo(new LoginResult.Throttled(Duration.ofMinutes(1)));
  }

  @Test
  void login_manyNamesFromOneAddress_hasToWait() {
    for (int i = 0; i < 30; i++) {
      add("name" + i);
      authenticator.login("name" + i, "guess", DESK);
    }

    assertThat(authenticator.login("birch", PASSWORD, DESK))
        .isInstanceOf(LoginResult.Throttled.class);
    assertThat(authenticator.login("birch", PASSWORD, "10.0.0.8"))
        .isInstanceOf(LoginResult.Granted.class);
  }

  @Test
  void login_guessesFromManyAddresses_hasToWaitUnlessItsAddressIsKnown() {
    enter();
    for (int i = 0; i < 50; i++) {
      authenticator.login("birch", "guess", "10.1.0." + i);
    }

    assertThat(authenticator.login("birch", PASSWORD, "10.0.0.8"))
        .isInstanceOf(LoginResult.Throttled.class);
    assertThat(authenticator.login("birch", PASSWORD, DESK))
        .isInstanceOf(LoginResult.Granted.class);
  }

  @Test
  void changePassword_manyWrongGuesses_hasToWait() {
    Principal principal = authenticator.principal(enter()).orElseThrow();
    for (int i = 0; i < 5; i++) {
      assertThat(authenticator.changePassword(principal, "guess " + i, "five other words", DESK))
          .isEqualTo(new LoginResult.Denied());
    }

    assertThat(authenticator.changePassword(principal, PASSWORD, "five other words", DESK))
        .isEqualTo(new LoginResult.Throttled(Duration.ofSeconds(30)));

    clock.pass(Duration.ofSeconds(30));
    assertThat(authenticator.changePassword(principal, PASSWORD, "five other words", DESK))
        .isInstanceOf(LoginResult.Granted.class);
  }

  @Test
  void login_rightAndWrong_isInTheAuditLog() {
    authenticator.login("Birch", "guess", "10.0.0.9");
    Principal principal = authenticator.principal(enter()).orElseThrow();
    authenticator.changePassword(principal, PASSWORD, "five other words", DESK);
    authenticator.logoutEverywhere(principal, DESK);

    assertThat(store.auditLog().entries(0, 10))
        .extracting(entry -> entry.action() + " " + entry.who() + " " + entry.origin())
        .containsExactlyInAnyOrder(
            "LOGIN_FAILED birch 10.0.0.9",
            "LOGIN birch " + DESK,
            "PASSWORD_CHANGED birch " + DESK,
            "LOGOUT birch " + DESK);
  }

  @Test
  void principal_idleForTwoHours_isEmpty() {
    String token = enter();
    clock.pass(Duration.ofMinutes(119));
    assertThat(authenticator.principal(token)).isPresent();

    clock.pass(Duration.ofMinutes(121));

    assertThat(authenticator.principal(token)).isEmpty();
  }

  @Test
  void logout_oneBrowser_leavesTheOther() {
    String here = enter();
    String there = enter();

    authenticator.logout(authenticator.principal(here).orElseThrow(), here, DESK);

    assertThat(authenticator.principal(here)).isEmpty();
    assertThat(authenticator.principal(there)).isPresent();
    authenticator.logoutEverywhere(authenticator.principal(there).orElseThrow(), DESK);
    assertThat(authenticator.principal(there)).isEmpty();
  }

  @Test
  void changePassword_right_logsTheOthersOut() {
    Principal principal = authenticator.principal(enter()).orElseThrow();
    String other = enter();

    LoginResult result =
        authenticator.changePassword(principal, PASSWORD, "five other words", DESK);

    String token = ((LoginResult.Granted) result).token();
    assertThat(authenticator.principal(token)).isPresent();
    assertThat(authenticator.principal(other)).isEmpty();
    assertThat(authenticator.login("birch", PASSWORD, DESK)).isEqualTo(new LoginResult.Denied());
    assertThat(authenticator.login("birch", "five other words", DESK))
        .isInstanceOf(LoginResult.Granted.class);
  }

  @Test
  void changePassword_wrongOrWeak_changesNothing() {
    Principal principal = authenticator.principal(enter()).orElseThrow();

    assertThat(authenticator.changePassword(principal, "wrong", "five other words", DESK))
        .isEqualTo(new LoginResult.Denied());
    assertThatThrownBy(() -> authenticator.changePassword(principal, PASSWORD, "short", DESK))
        .isInstanceOf(WeakPassword.class)
        .hasMessageContaining("10 to 128 characters; this one has 5");
    assertThatThrownBy(
            () -> authenticator.changePassword(principal, PASSWORD, "mynameisbirch", DESK))
        .isInstanceOf(WeakPassword.class);
    assertThatThrownBy(
            () -> authenticator.changePassword(principal, PASSWORD, "aaaabbbbaaaabbbb", DESK))
        .isInstanceOf(WeakPassword.class);
    assertThat(authenticator.login("birch", PASSWORD, DESK))
        .isInstanceOf(LoginResult.Granted.class);
  }

  @Test
  void formToken_ofEachLogin_isItsOwn() {
    String one = enter();
    String two = enter();

    assertThat(authenticator.principal(one).orElseThrow().formToken())
        .isEqualTo(authenticator.principal(one).orElseThrow().formToken())
        .isNotEqualTo(authenticator.principal(two).orElseThrow().formToken())
        .isNotEqualTo(one);
  }

  @Test
  void hash_ofOnePassword_isNeverTheSame() {
    Passwords passwords = new Passwords();

    assertThat(passwords.hash(PASSWORD))
        .startsWith("$argon2id$")
        .isNotEqualTo(passwords.hash(PASSWORD));
    assertThat(passwords.generate()).matches("([a-z2-9]{4}-){3}[a-z2-9]{4}");
  }

  @Test
  void noHash_anyPassword_isAsHardToCheckAndMatchesNothing() {
    Passwords passwords = new Passwords();
    String parameters = Passwords.NO_HASH.substring(0, Passwords.NO_HASH.indexOf("p=1$"));

    assertThat(passwords.hash(PASSWORD)).startsWith(parameters).hasSameSizeAs(Passwords.NO_HASH);
    assertThat(passwords.matches(PASSWORD, Passwords.NO_HASH)).isFalse();
  }
}
