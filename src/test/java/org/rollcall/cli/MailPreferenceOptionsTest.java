package org.rollcall.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollcall.store.account.Account;
import org.rollcall.store.mail.Mail.MailTopic;
import org.rollcall.store.mail.MailPreferences;
import org.rollcall.store.mail.MailPreferences.Subscription;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParameterException;

class MailPreferenceOptionsTest {
  private static final String BIRCH = "birch@school.example";
  private static final List<String> KNOWN = List.of("7A", "7B", "8C");
  private static final Account TEACHER =
      new Account("birch", Account.Role.TEACHER, Set.of("7B", "7A"), false);
  private static final Account ADMIN = new Account("head", Account.Role.ADMIN, Set.of(), false);
  private static final Subscription BEFORE =
      new Subscription(BIRCH, Map.of(MailTopic.SHEET, Set.of("7A"), MailTopic.WEEKLY, Set.of("")));

  @Command
  private static final class SomeCommand {
    @Mixin private MailPreferenceOptions mails;
  }

  private static MailPreferenceOptions typed(String... arguments) {
    SomeCommand command = new SomeCommand();
    new CommandLine(command).parseArgs(arguments);
    return command.mails;
  }

  @ParameterizedTest
  @ValueSource(strings = {"--email", "--sheets", "--weekly", "--warnings"})
  void given_oneOfThem_isEnough(String option) {
    assertThat(typed(option, "all").given()).isTrue();
    assertThat(typed().given()).isFalse();
  }

  @Test
  void subscription_ofNobodySoFar_hasWhatIsTyped() {
    Subscription typed =
        typed("--email", BIRCH, "--sheets", "all", "--weekly", "7B,7A", "--warnings", "7A")
            .subscription(TEACHER, KNOWN);

    assertThat(typed.address()).isEqualTo(BIRCH);
    assertThat(typed.classes(MailTopic.SHEET)).containsExactly(MailPreferences.ALL);
    assertThat(typed.classes(MailTopic.WEEKLY)).containsExactly("7A", "7B");
    assertThat(typed.classes(MailTopic.WARNING)).containsExactly("7A");
  }

  @Test
  void subscription_ofNobodySoFarWithoutAddress_isWrongUsage() {
    assertThatThrownBy(() -> typed("--sheets", "all").subscription(TEACHER, KNOWN))
        .isInstanceOf(ParameterException.class)
        .hasMessage("Say where mails to 'birch' go, with --email.");
  }

  @Test
  void subscription_changed_keepsWhatIsNotNamed() {
    assertThat(typed("--email", "b@b.example").subscription(TEACHER, KNOWN, BEFORE))
        .isEqualTo(new Subscription("b@b.example", BEFORE.classes()));
    assertThat(typed("--warnings", "7B").subscription(TEACHER, KNOWN, BEFORE).classes())
        .containsAllEntriesOf(BEFORE.classes())
        .containsEntry(MailTopic.WARNING, Set.of("7B"));
  }

  @Test
  void subscription_changed_replacesWhatIsNamed() {
    Subscription changed =
        typed("--sheets", "none", "--weekly", "7B").subscription(TEACHER, KNOWN, BEFORE);

    assertThat(changed.classes()).isEqualTo(Map.of(MailTopic.WEEKLY, Set.of("7B")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"birch", "Birch <b@b.example>", ""})
  void subscription_noAddress_isWrongUsage(String address) {
    assertThatThrownBy(() -> typed("--email", address).subscription(TEACHER, KNOWN, BEFORE))
        .isInstanceOf(ParameterException.class)
        .hasMessageStartingWith("'%s' is not a mail address.", address);
  }

  @ParameterizedTest
  @CsvSource({"--sheets", "--weekly", "--warnings"})
  void subscription_classThatATeacherMayNotSee_isWrongUsage(String option) {
    assertThatThrownBy(() -> typed(option, "7A,8C").subscription(TEACHER, KNOWN, BEFORE))
        .isInstanceOf(ParameterException.class)
        .hasMessage("'birch' may not see class '8C'. Expected 'all', 'none', or some of: 7A, 7B.");
  }

  @Test
  void subscription_ofAnAdmin_mayNameEveryClass() {
    assertThat(typed("--sheets", "8C").subscription(ADMIN, KNOWN, BEFORE).classes(MailTopic.SHEET))
        .containsExactly("8C");
  }

  @ParameterizedTest
  @ValueSource(strings = {"9Z", "7a", "7A,all", "none,7A"})
  void subscription_classThatThereIsNot_isWrongUsage(String classes) {
    assertThatThrownBy(() -> typed("--weekly", classes).subscription(ADMIN, KNOWN, BEFORE))
        .isInstanceOf(ParameterException.class)
        .hasMessageStartingWith("There is no class '")
        .hasMessageEndingWith("Expected 'all', 'none', or some of: 7A, 7B, 8C.");
  }

  @Test
  void text_preferences_tellsEachKind() {
    Subscription subscription =
        new Subscription(
            BIRCH, Map.of(MailTopic.SHEET, Set.of(""), MailTopic.WARNING, Set.of("7B", "7A")));

    assertThat(MailPreferenceOptions.text(subscription))
        .isEqualTo("sheets: all; weekly: none; warnings: 7A, 7B");
  }
}
