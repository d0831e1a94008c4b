package org.rollcall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.access.Authenticator;
import org.rollcall.access.Authenticator.LoginResult;
import org.rollcall.access.Visitor;
import org.rollcall.cli.School.Answer;
import org.rollcall.store.Store;
import org.rollcall.store.account.Account;
import org.rollcall.store.account.Account.Role;
import org.rollcall.store.account.AuditEntry;
import org.rollcall.testing.TakesLong;

@TakesLong
class UsersCommandTest {
  private static final Pattern PASSWORD = Pattern.compile("([a-z2-9]{4}-){3}[a-z2-9]{4}");

  @TempDir Path folder;

  private School school;

  @BeforeEach
  void open() {
    school = new School(folder);
    school.write("config/classes/7A/roster.csv", "id,name\nS1,Ada Birch\n");
  }

  @Test
  void list_nobody_saysHowToMakeTheFirst() {
    assertThat(school.types("users", "list").out()).contains("users add --admin NAME");
  }

  @Test
  void list_noDatabase_makesNone() {
    school.types("users", "list");

    assertThat(school.home().database()).doesNotExist();
  }

  @Test
  void add_admin_isInTheAuditLog() {
    school.types("users", "add", "--admin", "Head");

    try (Store store = Store.open(school.home().database())) {
      assertThat(store.auditLog().entries(0, 9))
          .singleElement()
          .returns(AuditEntry.Action.USER_ADDED, AuditEntry::action)
          .returns(AuditEntry.COMMAND, AuditEntry::origin)
          .returns("head: admin", AuditEntry::about);
    }
  }

  @Test
  void add_admin_showsAPasswordThatFits() {
    Answer answer = school.types("users", "add", "--admin", "Head");

    assertThat(answer.exitCode()).isZero();
    assertThat(answer.out()).startsWith("Admin may log in as head with the password");
    assertThat(fits("head", passwordIn(answer.out()))).isTrue();
    assertThat(account("head")).isEqualTo(new Account("head", Role.ADMIN, Set.of(), true));
  }

  @Test
  void add_teacherAndViewer_areListedWithTheirClasses() {
    school.types("users", "add", "--class", "7A", "ms.birch");
    school.types("users", "add", "--viewer", "--class", "7A", "mr.alder");

    assertThat(school.types("users", "list").out())
        .containsPattern("mr.alder +viewer +7A")
        .containsPattern("ms.birch +teacher +7A");
  }

  @Test
  void add_whatCannotBe_isWrongUsage() {
    school.types("users", "add", "--admin", "head");

    assertUsage(school.types("users", "add", "--admin", "HEAD"), "There is already a user 'head'");
    assertUsage(school.types("users", "add", "birch"), "User 'birch' needs at least one class");
    assertUsage(
        school.types("users", "add", "--class", "9Z", "birch"),
        "no class '9Z'. Known classes: 7A.");
    assertUsage(
        school.types("users", "add", "--admin", "--class", "7A", "x"),
        "give --admin without --class or --viewer");
    assertUsage(school.types("users", "add", "--admin", "two words"), "is not a valid user name");
    assertUsage(school.types("users"), "Say what to do");
  }

  @Test
  void password_forgotten_isReplaced() {
    String first = passwordIn(school.types("users", "add", "--admin", "head").out());

    String second = passwordIn(school.types("users", "password", "Head").out());

    assertThat(fits("head", first)).isFalse();
    assertThat(fits("head", second)).isTrue();
    assertUsage(school.types("users", "password", "nobody"), "There is no user 'nobody'");
  }

  @Test
  void remove_user_isListedNoLonger() {
    school.types("users", "add", "--admin", "head");

    assertThat(school.types("users", "remove", "head").out()).contains("can no longer log in");
    assertThat(school.types("users", "list").out()).doesNotContain("head");
    assertUsage(school.types("users", "remove", "head"), "There is no user 'head'");
  }

  private Account account(String name) {
    try (Store store = Store.open(school.home().database())) {
      return store.accounts().find(name).orElseThrow();
    }
  }

  private boolean fits(String name, String password) {
    try (Store store = Store.open(school.home().database())) {
      return new Authenticator(() -> store, Clock.systemUTC())
              .login(name, password, new Visitor("localhost", Optional.empty()))
          instanceof LoginResult.Granted;
    }
  }

  private static String passwordIn(String text) {
    Matcher matcher = PASSWORD.matcher(text);
    assertThat(matcher.find()).isTrue();
    return matcher.group();
  }

  private static void assertUsage(Answer answer, String message) {
    assertThat(answer.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(answer.err()).contains(message);
  }
}
