package org.rollcall.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.access.Authenticator.LoginResult;
import org.rollcall.access.WeakPassword.Weakness;
import org.rollcall.store.Store;
import org.rollcall.store.account.Account;
import org.rollcall.store.account.Account.Role;
import org.rollcall.testing.EmptyDatabase;
import org.rollcall.testing.FakeClock;
import org.rollcall.testing.TakesLong;
import org.rollcall.testing.TestPassword;

class AuthenticatorTest {
  private static final String PASSWORD = TestPassword.TEXT;
  private static final Visitor DESK = at("10.0.0.7");
  private static final Visitor ELSEWHERE = at("10.0.0.8");

  @TempDir Path folder;

  private final FakeClock clock = new FakeClock(Instant.now());
  @AutoClose private Store store;
  private Authenticator authenticator;

  @BeforeEach
  void open() {
    store = Store.open(EmptyDatabase.at(folder.resolve("rollcall.db")));
    add("birch");
    authenticator = new Authenticator(() -> store, clock);
  }

  private void add(String name) {
    store.accounts().add(new Account(name, Role.TEACHER, Set.of("7A"), false), TestPassword.HASH);
  }

  private static Visitor at(String address) {
    return new Visitor(address, Optional.empty());
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
    assertThat(authenticator.login("birch", PASSWORD, ELSEWHERE))
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
    assertThat(authenticator.login("birch", PASSWORD, ELSEWHERE))
        .isInstanceOf(LoginResult.Granted.class);
  }

  @Test
  void login_guessesFromManyAddresses_hasToWaitUnlessItsDeviceIsKnown() {
    Visitor own = known(DESK);
    for (int i = 0; i < 50; i++) {
      authenticator.login("birch", "guess", at("10.1.0." + i));
    }

    assertThat(authenticator.login("birch", PASSWORD, ELSEWHERE))
        .isInstanceOf(LoginResult.Throttled.class);
    assertThat(authenticator.login("birch", PASSWORD, own)).isInstanceOf(LoginResult.Granted.class);
  }

  /** A pupil guesses behind the address that the whole school shares. */
  @Test
  @TakesLong
  void login_guessesFromTheSameAddress_keepNoKnownDeviceOutEvenAfterARestart() {
    Visitor own = known(DESK);
    for (int i = 0; i < 5; i++) {
      authenticator.login("birch", "guess", DESK);
    }
    for (int i = 0; i < 30; i++) {
      authenticator.login("nobody" + i, "guess", DESK);
    }
    assertThat(authenticator.login("birch", PASSWORD, DESK))
        .isInstanceOf(LoginResult.Throttled.class);
    assertThat(authenticator.login("birch", PASSWORD, own)).isInstanceOf(LoginResult.Granted.class);

    authenticator = new Authenticator(() -> store, clock);
    for (int i = 0; i < 30; i++) {
      authenticator.login("birch", "guess", DESK);
    }
    assertThat(authenticator.login("birch", PASSWORD, own)).isInstanceOf(LoginResult.Granted.class);
  }

  @Test
  void login_deviceOfSomebodyElse_isNotTrusted() {
    add("elder");
    Visitor own = known(DESK);
    for (int i = 0; i < 50; i++) {
      authenticator.login("elder", "guess", at("10.1.0." + i));
    }

    assertThat(authenticator.login("elder", PASSWORD, own))
        .isInstanceOf(LoginResult.Throttled.class);
  }

  @Test
  void login_wrongGuessesOnAKnownDevice_haveToWaitToo() {
    Visitor own = known(DESK);
    for (int i = 0; i < 5; i++) {
      authenticator.login("birch", "guess", own);
    }

    assertThat(authenticator.login("birch", PASSWORD, own))
        .isEqualTo(new LoginResult.Throttled(Duration.ofSeconds(30)));
  }

  /** A device only carries what it was given: whatever else it sends is replaced. */
  @Test
  void login_deviceWithAMadeUpToken_getsAnother() {
    Visitor forger = new Visitor("10.0.0.7", Optional.of("chosen"));

    LoginResult.Granted granted =
        (LoginResult.Granted) authenticator.login("birch", PASSWORD, forger);

    assertThat(granted.device()).isNotEqualTo("chosen").hasSizeGreaterThan(40);
  }

  @Test
  @TakesLong
  void login_rightGuesses_lowerTheCountOfTheAddress() {
    for (int i = 0; i < 29; i++) {
      authenticator.login("nobody" + i, "guess", DESK);
    }
    for (int i = 0; i < 5; i++) {
      enter();
    }
    for (int i = 0; i < 5; i++) {
      authenticator.login("anybody" + i, "guess", DESK);
    }

    assertThat(authenticator.login("birch", PASSWORD, DESK))
        .isInstanceOf(LoginResult.Granted.class);
  }

  @Test
  @TakesLong
  void login_addressesOfOneNetwork_areCountedTogether() {
    for (int i = 0; i < 30; i++) {
      authenticator.login("nobody" + i, "guess", at("2001:db8:0:7:0:0:0:" + i));
    }

    assertThat(authenticator.login("birch", PASSWORD, at("2001:db8:0:7:1:2:3:4")))
        .isInstanceOf(LoginResult.Throttled.class);
    assertThat(authenticator.login("birch", PASSWORD, at("2001:db8:0:8:1:2:3:4")))
        .isInstanceOf(LoginResult.Granted.class);
  }

  @Test
  void login_manyAtOnce_triesNoMorePasswordsThanOneAfterTheOther() throws Exception {
    ExecutorService attackers = Executors.newFixedThreadPool(30);
    List<Callable<LoginResult>> attempts =
        IntStream.range(0, 30)
            .<Callable<LoginResult>>mapToObj(
                i -> () -> authenticator.login("birch", "guess " + i, DESK))
            .toList();

    int tried = 0;
    for (Future<LoginResult> attempt : attackers.invokeAll(attempts)) {
      tried += attempt.get() instanceof LoginResult.Denied ? 1 : 0;
    }
    attackers.shutdown();

    assertThat(tried).isEqualTo(5);
    assertThat(authenticator.login("birch", PASSWORD, DESK))
        .isEqualTo(new LoginResult.Throttled(Duration.ofSeconds(30)));
  }

  @Test
  void login_nameLongerThanAny_isWrongAtOnceAndKeptNowhere() {
    for (int i = 0; i < 40; i++) {
      assertThat(authenticator.login("x".repeat(1_950_000) + i, PASSWORD, DESK))
          .isEqualTo(new LoginResult.Denied());
    }

    assertThat(store.auditLog().entries(0, 10)).isEmpty();
    assertThat(authenticator.login("birch", PASSWORD, DESK))
        .isInstanceOf(LoginResult.Granted.class);
  }

  /** Whoever types the password into the wrong field must not find it in the audit log. */
  @Test
  void login_nameOfNobody_isNotInTheAuditLog() {
    authenticator.login("mysecretpassword", "x", DESK);

    assertThat(store.auditLog().entries(0, 10))
        .extracting(entry -> entry.action() + " " + entry.who())
        .containsExactly("LOGIN_FAILED ?");
  }

  private Visitor known(Visitor visitor) {
    LoginResult.Granted granted =
        (LoginResult.Granted) authenticator.login("birch", PASSWORD, visitor);
    return new Visitor(visitor.address(), Optional.of(granted.device()));
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
    authenticator.login("Birch", "guess", at("10.0.0.9"));
    Principal principal = authenticator.principal(enter()).orElseThrow();
    authenticator.changePassword(principal, PASSWORD, "five other words", DESK);
    authenticator.logoutEverywhere(principal, DESK);

    assertThat(store.auditLog().entries(0, 10))
        .extracting(entry -> entry.action() + " " + entry.who() + " " + entry.origin())
        .containsExactlyInAnyOrder(
            "LOGIN_FAILED birch 10.0.0.9",
            "LOGIN birch 10.0.0.7",
            "PASSWORD_CHANGED birch 10.0.0.7",
            "LOGOUT birch 10.0.0.7");
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
    Map<String, Weakness> weak =
        Map.of(
            "short",
            Weakness.SHORT,
            "long and long ".repeat(10),
            Weakness.LONG,
            "my name is birch",
            Weakness.NAME,
            PASSWORD,
            Weakness.SAME,
            "1234567890",
            Weakness.COMMON,
            "aaaabbbbaaaabbbb",
            Weakness.COMMON,
            "password123",
            Weakness.COMMON,
            "qwertyuiop",
            Weakness.COMMON,
            "P@ssw0rd2026",
            Weakness.COMMON,
            "rollcallrollcall",
            Weakness.COMMON);

    assertThat(authenticator.changePassword(principal, "wrong", "five other words", DESK))
        .isEqualTo(new LoginResult.Denied());
    weak.forEach(
        (chosen, why) ->
            assertThatExceptionOfType(WeakPassword.class)
                .as(chosen)
                .isThrownBy(() -> authenticator.changePassword(principal, PASSWORD, chosen, DESK))
                .satisfies(refusal -> assertThat(refusal.why()).isEqualTo(why)));
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
  @TakesLong
  void hash_ofOnePassword_isNeverTheSame() {
    Passwords passwords = new Passwords();

    assertThat(passwords.hash(PASSWORD))
        .startsWith("$argon2id$")
        .isNotEqualTo(passwords.hash(PASSWORD));
    assertThat(passwords.generate()).matches("([a-z2-9]{4}-){3}[a-z2-9]{4}");
  }

  @Test
  @TakesLong
  void noHash_anyPassword_isAsHardToCheckAndMatchesNothing() {
    Passwords passwords = new Passwords();
    String parameters = Passwords.NO_HASH.substring(0, Passwords.NO_HASH.indexOf("p=1$"));

    assertThat(passwords.hash(PASSWORD)).startsWith(parameters).hasSameSizeAs(Passwords.NO_HASH);
    assertThat(passwords.matches(PASSWORD, Passwords.NO_HASH)).isFalse();
  }
}
