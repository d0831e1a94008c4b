package org.rollcall.doctor;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.rollcall.home.HomeStore;
import org.rollcall.mail.Attempt;
import org.rollcall.mail.MailService;
import org.rollcall.school.Home;
import org.rollcall.settings.Settings;
import org.rollcall.store.Store;
import org.rollcall.store.db.StoreCheck;
import org.rollcall.store.mail.Mail.MailState;

/** Checks that mails can be sent, and whether any were given up. */
public final class MailCheck implements Check {
  private static final String THING = "mail";

  private final Home home;
  private final Settings settings;
  private final Map<String, String> environment;
  private final Clock clock;

  /**
   * Checks the mail of an installation.
   *
   * @param home the installation
   * @param settings its settings
   * @param environment the environment variables
   * @param clock tells the time
   */
  public MailCheck(Home home, Settings settings, Map<String, String> environment, Clock clock) {
    this.home = home;
    this.settings = settings;
    this.environment = environment;
    this.clock = clock;
  }

  @Override
  public List<Finding> run() {
    List<Finding> findings = new ArrayList<>();
    if (settings.mail().isOn()) {
      Attempt attempt = new MailService(home, environment, clock).check();
      findings.add(
          attempt.done()
              ? Finding.ok(THING, attempt.sentence())
              : Finding.bad(THING, attempt.sentence(), "Then try 'rollcall mail test ADDRESS'."));
    } else if (settings.alarm().mailTo().isPresent()) {
      findings.add(
          Finding.bad(
              THING,
              "alarm.mailTo is set, but no mail server is",
              "Set mail.host and mail.from, or remove alarm.mailTo."));
    } else {
      findings.add(Finding.ok(THING, "off: the settings name no mail server"));
    }
    findings.addAll(givenUp());
    return findings;
  }

  private List<Finding> givenUp() {
    if (!HomeStore.exists(home, settings)
        || !StoreCheck.of(HomeStore.address(home, settings)).current()) {
      return List.of();
    }
    try (Store store = HomeStore.open(home, settings)) {
      int mails = store.outbox().count(MailState.GIVEN_UP);
      return mails == 0
          ? List.of()
          : List.of(
              Finding.note(
                  THING,
                  mails + " could not be sent and were given up",
                  "'rollcall mail list' says why; 'rollcall mail retry' tries again."));
    }
  }
}
