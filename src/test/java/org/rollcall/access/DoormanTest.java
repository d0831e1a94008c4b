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

class DoormanTest {
  private static final String PASSWORD = "four quiet words here";
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
        .add(
            new Account("birch", Role.TEACHER, Set.of("7A"), false),
            new Passwords().hash(PASSWORD));
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
    assertThat(doorman.login("birch", PASSWORD, "10.0.0.8"))
        .isEqualTo(new Answer.Later(Duration.ofSeconds(30)));

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

    doorman.logout(here);

    assertThat(doorman.visitor(here)).isEmpty();
    assertThat(doorman.visitor(there)).isPresent();
    doorman.logoutEverywhere(doorman.visitor(there).orElseThrow());
    assertThat(doorman.visitor(there)).isEmpty();
  }

  @Test
  void changePassword_right_logsTheOthersOut() {
    Visitor visitor = doorman.visitor(enter()).orElseThrow();
    String other = enter();

    String token = doorman.changePassword(visitor, PASSWORD, "five other words").orElseThrow();

    assertThat(doorman.visitor(token)).isPresent();
    assertThat(doorman.visitor(other)).isEmpty();
    assertThat(doorman.login("birch", PASSWORD, DESK)).isEqualTo(new Answer.Wrong());
    assertThat(doorman.login("birch", "five other words", DESK)).isInstanceOf(Answer.Welcome.class);
  }

  @Test
  void changePassword_wrongOrWeak_changesNothing() {
    Visitor visitor = doorman.visitor(enter()).orElseThrow();

    assertThat(doorman.changePassword(visitor, "wrong", "five other words")).isEmpty();
    assertThatThrownBy(() -> doorman.changePassword(visitor, PASSWORD, "short"))
        .isInstanceOf(Passwords.TooWeak.class)
        .hasMessageContaining("10 to 128 characters; this one has 5");
    assertThatThrownBy(() -> doorman.changePassword(visitor, PASSWORD, "mynameisbirch"))
        .isInstanceOf(Passwords.TooWeak.class);
    assertThatThrownBy(() -> doorman.changePassword(visitor, PASSWORD, "aaaabbbbaaaabbbb"))
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
