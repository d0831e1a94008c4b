package org.rollcall.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.access.Doorman.Answer;
import org.rollcall.store.Account;
import org.rollcall.store.Account.Role;
import org.rollcall.store.Store;
import org.rollcall.testing.FakeClock;
import org.rollcall.testing.TestPassword;

class DoormanTest {
  private static final String PASSWORD = TestPassword.TEXT;
  private static final String DESK = "10.0.0.7";

  @TempDir Path folder;

  private final FakeClock clock = new FakeClock(Instant.now());
  private Store store;
  private Doorman doorman;

  @BeforeEach
  void open() {
    store = Store.open(folder.resolve("rollcall.db"));
    store
        .accounts()
        .add(new Account("birch", Role.TEACHER, Set.of("7A"), false), TestPassword.HASH);
    doorman = new Doorman(() -> store, clock);
  }

  @AfterEach
  void close() {
    store.close();
  }

  private String enter() {
    return ((Answer.Welcome) doorman.login("Birch", PASSWORD, DESK)).token();
  }

  @Test
  void login_rightPassword_isKnownFromThenOn() {
    String token = enter();

    assertThat(doorman.visitor(token).orElseThrow().account().name()).isEqualTo("birch");
    assertThat(enter()).as("another login").isNotEqualTo(token);
    assertThat(doorman.visitor("something else")).isEmpty();
  }

  @Test
  void login_wrongPasswordOrName_isRefusedAlike() {
    assertThat(doorman.login("birch", "four quiet words", DESK)).isEqualTo(new Answer.Wrong());
    assertThat(doorman.login("nobody", PASSWORD, DESK)).isEqualTo(new Answer.Wrong());
    assertThat(doorman.login("birch", "x".repeat(100_000), DESK)).isEqualTo(new Answer.Wrong());
  }

  @Test
  void login_manyWrongGuesses_hasToWaitEvenWithTheRightOne() {
    for (int i = 0; i < 5; i++) {
      assertThat(doorman.login("birch", "guess " + i, DESK)).isEqualTo(new Answer.Wrong());
    }
    assertThat(doorman.login("birch", PASSWORD, DESK))
        .isEqualTo(new Answer.Later(Duration.ofSeconds(30)));
    assertThat(doorman.login("birch", PASSWORD, "10.0.0.8")).isInstanceOf(Answer.Welcome.class);

    clock.pass(Duration.ofSeconds(30));

    assertThat(doorman.login("birch", PASSWORD, DESK)).isInstanceOf(Answer.Welcome.class);
  }

  @Test
  void login_moreWrongGuesses_waitLongerEachTime() {
    for (int i = 0; i < 5; i++) {
      doorman.login("birch", "guess", DESK);
    }
    clock.pass(Duration.ofSeconds(30));
    doorman.login("birch", "guess", DESK);

    assertThat(doorman.login("birch", PASSWORD, DESK))
        .isEqualTo(new Answer.Later(Duration.ofMinutes(1)));
  }

  @Test
  void login_manyNamesFromOneAddress_hasToWait() {
    for (int i = 0; i < 30; i++) {
      doorman.login("name" + i, "guess", DESK);
    }

    assertThat(doorman.login("birch", PASSWORD, DESK)).isInstanceOf(Answer.Later.class);
    assertThat(doorman.login("birch", PASSWORD, "10.0.0.8")).isInstanceOf(Answer.Welcome.class);
  }

  @Test
  void login_guessesFromManyAddresses_hasToWaitUnlessItsAddressIsKnown() {
    enter();
    for (int i = 0; i < 50; i++) {
      doorman.login("birch", "guess", "10.1.0." + i);
    }

    assertThat(doorman.login("birch", PASSWORD, "10.0.0.8")).isInstanceOf(Answer.Later.class);
    assertThat(doorman.login("birch", PASSWORD, DESK)).isInstanceOf(Answer.Welcome.class);
  }

  @Test
  void changePassword_manyWrongGuesses_hasToWait() {
    Visitor visitor = doorman.visitor(enter()).orElseThrow();
    for (int i = 0; i < 5; i++) {
      assertThat(doorman.changePassword(visitor, "guess " + i, "five other words", DESK))
          .isEqualTo(new Answer.Wrong());
    }

    assertThat(doorman.changePassword(visitor, PASSWORD, "five other words", DESK))
        .isEqualTo(new Answer.Later(Duration.ofSeconds(30)));

    clock.pass(Duration.ofSeconds(30));
    assertThat(doorman.changePassword(visitor, PASSWORD, "five other words", DESK))
        .isInstanceOf(Answer.Welcome.class);
  }

  @Test
  void login_rightAndWrong_isInTheAuditLog() {
    doorman.login("Birch", "guess", "10.0.0.9");
    Visitor visitor = doorman.visitor(enter()).orElseThrow();
    doorman.changePassword(visitor, PASSWORD, "five other words", DESK);
    doorman.logoutEverywhere(visitor, DESK);

    assertThat(store.audit().entries(0, 10))
        .extracting(entry -> entry.action() + " " + entry.who() + " " + entry.origin())
        .containsExactlyInAnyOrder(
            "LOGIN_FAILED birch 10.0.0.9",
            "LOGIN birch " + DESK,
            "PASSWORD_CHANGED birch " + DESK,
            "LOGOUT birch " + DESK);
  }

  @Test
  void visitor_idleForTwoHours_isKnownNoLonger() {
    String token = enter();
    clock.pass(Duration.ofMinutes(119));
    assertThat(doorman.visitor(token)).isPresent();

    clock.pass(Duration.ofMinutes(121));

    assertThat(doorman.visitor(token)).isEmpty();
  }

  @Test
  void logout_oneBrowser_leavesTheOther() {
    String here = enter();
    String there = enter();

    doorman.logout(doorman.visitor(here).orElseThrow(), here, DESK);

    assertThat(doorman.visitor(here)).isEmpty();
    assertThat(doorman.visitor(there)).isPresent();
    doorman.logoutEverywhere(doorman.visitor(there).orElseThrow(), DESK);
    assertThat(doorman.visitor(there)).isEmpty();
  }

  @Test
  void changePassword_right_logsTheOthersOut() {
    Visitor visitor = doorman.visitor(enter()).orElseThrow();
    String other = enter();

    Answer answer = doorman.changePassword(visitor, PASSWORD, "five other words", DESK);

    String token = ((Answer.Welcome) answer).token();
    assertThat(doorman.visitor(token)).isPresent();
    assertThat(doorman.visitor(other)).isEmpty();
    assertThat(doorman.login("birch", PASSWORD, DESK)).isEqualTo(new Answer.Wrong());
    assertThat(doorman.login("birch", "five other words", DESK)).isInstanceOf(Answer.Welcome.class);
  }

  @Test
  void changePassword_wrongOrWeak_changesNothing() {
    Visitor visitor = doorman.visitor(enter()).orElseThrow();

    assertThat(doorman.changePassword(visitor, "wrong", "five other words", DESK))
        .isEqualTo(new Answer.Wrong());
    assertThatThrownBy(() -> doorman.changePassword(visitor, PASSWORD, "short", DESK))
        .isInstanceOf(Passwords.TooWeak.class)
        .hasMessageContaining("10 to 128 characters; this one has 5");
    assertThatThrownBy(() -> doorman.changePassword(visitor, PASSWORD, "mynameisbirch", DESK))
        .isInstanceOf(Passwords.TooWeak.class);
    assertThatThrownBy(() -> doorman.changePassword(visitor, PASSWORD, "aaaabbbbaaaabbbb", DESK))
        .isInstanceOf(Passwords.TooWeak.class);
    assertThat(doorman.login("birch", PASSWORD, DESK)).isInstanceOf(Answer.Welcome.class);
  }

  @Test
  void formToken_ofEachLogin_isItsOwn() {
    String one = enter();
    String two = enter();

    assertThat(doorman.visitor(one).orElseThrow().formToken())
        .isEqualTo(doorman.visitor(one).orElseThrow().formToken())
        .isNotEqualTo(doorman.visitor(two).orElseThrow().formToken())
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
}
