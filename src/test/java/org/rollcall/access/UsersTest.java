package org.rollcall.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.access.BadUser.UserProblem;
import org.rollcall.store.Store;
import org.rollcall.store.account.Account;
import org.rollcall.store.account.Account.Role;
import org.rollcall.testing.EmptyDatabase;
import org.rollcall.testing.TestPassword;

class UsersTest {
  private static final List<String> CLASSES = List.of("7A", "7B");

  @TempDir Path folder;
  @AutoClose private Store store;
  private Users users;

  @BeforeEach
  void open() {
    store = Store.open(EmptyDatabase.at(folder.resolve("rollcall.db")));
    users = new Users(store, new Author("head", "10.0.0.7"));
    store.accounts().add(new Account("head", Role.ADMIN, Set.of(), true), TestPassword.HASH);
  }

  @Test
  void remove_otherAdmin_whoIsTheLastButOne_goes() {
    users.add("elder", Role.ADMIN, List.of(), CLASSES);

    users.remove("Elder");

    assertThat(store.accounts().find("elder")).isEmpty();
  }

  @Test
  void remove_lastAdmin_stays() {
    Users another = new Users(store, new Author("gone", "10.0.0.8"));

    assertRefused(() -> another.remove("head"), UserProblem.LAST_ADMIN);
    assertRefused(
        () -> another.change("head", Role.VIEWER, CLASSES, CLASSES), UserProblem.LAST_ADMIN);
    assertThat(store.accounts().hasOtherAdmin("somebody")).isTrue();
  }

  @Test
  void remove_atTheMachine_maySayWhatItWants() {
    new Users(store, Author.ofCommands()).remove("head");

    assertThat(users.all()).isEmpty();
  }

  @Test
  void change_ownRole_isRefused() {
    users.add("elder", Role.ADMIN, List.of(), CLASSES);

    assertRefused(() -> users.change("head", Role.TEACHER, CLASSES, CLASSES), UserProblem.YOURSELF);
    assertRefused(() -> users.remove("head"), UserProblem.YOURSELF);
  }

  @Test
  void change_toAdmin_dropsTheClasses() {
    users.add("birch", Role.TEACHER, List.of("7A"), CLASSES);

    users.change("birch", Role.ADMIN, List.of("7B"), CLASSES);

    assertThat(store.accounts().find("birch").orElseThrow().classes()).isEmpty();
  }

  @Test
  void change_whatCannotBe_isRefused() {
    assertRefused(() -> users.change("nobody", Role.ADMIN, List.of(), CLASSES), UserProblem.NOBODY);
    assertRefused(() -> users.add("a b", Role.ADMIN, List.of(), CLASSES), UserProblem.BAD_NAME);
    assertRefused(() -> users.add("HEAD", Role.ADMIN, List.of(), CLASSES), UserProblem.EXISTS);
    assertRefused(() -> users.add("x", Role.VIEWER, List.of(), CLASSES), UserProblem.NO_CLASS);
    assertRefused(
        () -> users.add("x", Role.VIEWER, List.of("9Z"), CLASSES), UserProblem.UNKNOWN_CLASS);
    assertRefused(() -> users.logOut("nobody"), UserProblem.NOBODY);
    assertRefused(() -> users.resetPassword("nobody"), UserProblem.NOBODY);
  }

  private static void assertRefused(ThrowingCallable call, UserProblem why) {
    assertThatExceptionOfType(BadUser.class)
        .isThrownBy(call)
        .satisfies(e -> assertThat(e.why()).isEqualTo(why));
  }
}
