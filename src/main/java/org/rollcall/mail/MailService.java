package org.rollcall.mail;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.rollcall.mail.Attempt.AttemptResult;
import org.rollcall.mail.MailBody.Paragraph;
import org.rollcall.model.Message;
import org.rollcall.model.RollcallException;
import org.rollcall.school.Home;
import org.rollcall.settings.MailAddress;
import org.rollcall.settings.MailSettings;
import org.rollcall.settings.Settings;
import org.rollcall.settings.SettingsFile;
import org.rollcall.store.Store;
import org.rollcall.store.mail.Mail;
import org.rollcall.store.mail.Mail.MailTopic;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends the mails of an installation. Reads the settings again in each round, so that a corrected
 * password takes effect at once. Not thread-safe, except for {@link #stop}.
 */
public final class MailService {
  private static final Logger LOG = LoggerFactory.getLogger(MailService.class);

  private final Home home;
  private final Map<String, String> environment;
  private final Clock clock;
  private final BiFunction<MailSettings.Server, String, SmtpServer> servers;
  private final List<MailKind> kinds =
      List.of(new SheetMails(), new WeeklyMails(), new WarningMails(), new AlarmMails());
  private final OutboxSender sender = new OutboxSender(kinds);
  private LocalDate pruned = LocalDate.MIN;

  /**
   * Creates the service.
   *
   * @param home the installation
   * @param environment the environment variables, one of which may hold the password for the mail
   *     server
   * @param clock the clock
   */
  public MailService(Home home, Map<String, String> environment, Clock clock) {
    this(home, environment, clock, SmtpServer::new);
  }

  MailService(
      Home home,
      Map<String, String> environment,
      Clock clock,
      BiFunction<MailSettings.Server, String, SmtpServer> servers) {
    this.home = home;
    this.environment = Map.copyOf(environment);
    this.clock = clock;
    this.servers = servers;
  }

  /** {@return whether the settings can be read and name a mail server} */
  boolean isOn() {
    try {
      return SettingsFile.read(home).mail().isOn();
    } catch (RollcallException e) {
      LOG.warn("No mails are sent: {}", e.getMessage());
      return false;
    }
  }

  /**
   * Sends a test mail at once. May take a minute or two if the server does not answer.
   *
   * @param address the recipient
   * @return the result
   */
  public Attempt test(String address) {
    if (!MailAddress.isOne(address)) {
      return new Attempt(
          AttemptResult.ADDRESS_REFUSED,
          "'%s' is not a mail address. Expected one such as birch@school.example."
              .formatted(MimeMail.oneLine(address)));
    }
    return attempt(
        settings -> {
          try (SmtpConnection connection = server(settings).connect()) {
            connection.send(
                new MailHeader(
                    settings.mail().server().sender().from().orElseThrow(),
                    settings.school().name(),
                    address,
                    "test/" + UUID.randomUUID()),
                testBody(settings));
          }
          return "The mail server %s has accepted a test mail for %s."
              .formatted(settings.mail().server().host().orElseThrow(), address);
        });
  }

  private static MailBody testBody(Settings settings) {
    MailWords words = MailWords.of(settings);
    return new MailBody(
        words.locale().getLanguage(),
        words.text("test.subject"),
        List.of(
            new MailBody.Heading(words.text("test.subject")),
            new Paragraph(words.text("test.text", settings.school().name()))),
        Optional.empty());
  }

  /**
   * Connects to the mail server and logs in without sending anything.
   *
   * @return the result
   */
  public Attempt check() {
    return attempt(
        settings -> {
          server(settings).connect().close();
          return "The mail server %s responds%s."
              .formatted(
                  settings.mail().server().host().orElseThrow(),
                  settings.mail().server().sender().user().isPresent()
                      ? " and accepts the login"
                      : "");
        });
  }

  /** A use of the mail server. */
  private interface Use {
    /** {@return what was done, in a sentence} */
    String with(Settings settings);
  }

  private Attempt attempt(Use use) {
    try {
      Settings settings = SettingsFile.read(home);
      return settings.mail().isOn()
          ? new Attempt(AttemptResult.DONE, use.with(settings))
          : new Attempt(
              AttemptResult.OFF,
              "No mail server is set. Set mail.host and mail.from in config/rollcall.yaml.");
    } catch (MailFailure e) {
      return new Attempt(e.end(), e.getMessage());
    } catch (RollcallException e) {
      return new Attempt(AttemptResult.UNUSABLE, e.getMessage());
    }
  }

  private SmtpServer server(Settings settings) {
    MailSettings.Server server = settings.mail().server();
    return servers.apply(server, MailPassword.find(home, server.sender(), environment).orElse(""));
  }

  /**
   * Adds the mails that the data in the store calls for, and sends all mails that are due. Does
   * nothing if the settings name no mail server.
   *
   * @param store the open store of the installation
   * @return the result
   * @throws RollcallException if the settings cannot be read or the store fails; the next round
   *     does what is left
   */
  public Delivery deliver(Store store) {
    return deliver(store, SettingsFile.read(home));
  }

  /**
   * Does the same as {@link #deliver(Store)} with settings that have already been read.
   *
   * @param store the open store of the installation
   * @param settings its settings
   * @return the result
   * @throws RollcallException if the store fails; the next round does what is left
   */
  public Delivery deliver(Store store, Settings settings) {
    if (!settings.mail().isOn()) {
      return Delivery.NONE;
    }
    MailSources sources = new MailSources(home, settings, store, clock);
    store
        .leases()
        .exclusively(
            "mail",
            () -> {
              kinds.forEach(kind -> kind.addDue(sources));
              return null;
            });
    prune(sources);
    return sender.sendDue(sources, () -> server(settings));
  }

  /** Ends the round after the mail being sent; later rounds send nothing. Thread-safe. */
  void stop() {
    sender.close();
  }

  private void prune(MailSources sources) {
    LocalDate today = sources.now().toLocalDate();
    if (!today.equals(pruned)) {
      sources.store().outbox().prune();
      pruned = today;
    }
  }

  /**
   * Adds mails about an alarm for the recipients in the settings. The next round sends them.
   *
   * @param store the open store of the installation
   * @param alarm what is wrong
   * @throws RollcallException if the settings cannot be read or the store fails
   */
  void alarm(Store store, Message alarm) {
    Settings settings = SettingsFile.read(home);
    if (settings.mail().isOn()) {
      String text = text(alarm, settings);
      recipients(settings).forEach(to -> store.outbox().add(alarm(text, to, settings)));
    }
  }

  /**
   * Sends mails about an alarm at once and without the store, which may itself be the reason for
   * the alarm.
   *
   * @param alarm what is wrong
   */
  void alarmWithoutStore(Message alarm) {
    attempt(
        settings -> {
          String text = text(alarm, settings);
          for (String to : recipients(settings)) {
            try (SmtpConnection connection = server(settings).connect()) {
              Mail mail = alarm(text, to, settings);
              connection.send(OutboxSender.header(mail, settings), AlarmMails.body(text, settings));
            } catch (MailFailure e) {
              LOG.error("A mail about an alarm was not sent: {}", e.getMessage());
            }
          }
          return "";
        });
  }

  private static String text(Message alarm, Settings settings) {
    return alarm.text(settings.mail().language().locale());
  }

  private static List<String> recipients(Settings settings) {
    return settings.alarm().mailTo().orElse(List.of());
  }

  private Mail alarm(String text, String recipient, Settings settings) {
    LocalDate today = clock.instant().atZone(settings.school().clockZone()).toLocalDate();
    String key =
        "alarm/%s/%s/%s".formatted(today, HexFormat.of().toHexDigits(text.hashCode()), recipient);
    return new Mail(key, MailTopic.ALARM, recipient, Mail.Topic.of(text));
  }
}
