package org.rollcall.mail;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.rollcall.mail.MailKind.Draft;
import org.rollcall.model.RollcallException;
import org.rollcall.settings.Settings;
import org.rollcall.store.mail.Mail;
import org.rollcall.store.mail.Mail.MailTopic;
import org.rollcall.store.mail.Mail.MailTurn;
import org.rollcall.store.mail.Outbox;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends all mails that are due over one connection. If the server cannot be used, the remaining
 * mails stay for later.
 *
 * <p>A mail that was sent but could not be recorded because the store failed is remembered, and
 * recorded before anything else is sent. For one thread; only {@link #close} may be called from
 * others.
 */
final class OutboxSender {
  private static final Logger LOG = LoggerFactory.getLogger(OutboxSender.class);

  private final Map<MailTopic, MailKind> occasions;
  private final Map<MailTurn, String> unnoted = new LinkedHashMap<>();
  private volatile boolean closed;

  OutboxSender(List<MailKind> occasions) {
    this.occasions = new LinkedHashMap<>();
    occasions.forEach(occasion -> this.occasions.put(occasion.kind(), occasion));
  }

  /**
   * Sends what is due.
   *
   * @param server provides the server, only if there is something to send
   * @throws RollcallException if the store fails
   */
  Delivery empty(MailSources sources, Supplier<SmtpServer> server) {
    Outbox outbox = sources.store().outbox();
    noteSent(outbox);
    try (Connector connector = new Connector(server)) {
      Delivery delivery = Delivery.NONE;
      boolean useful = true;
      while (useful && !closed && !Thread.currentThread().isInterrupted()) {
        Optional<MailTurn> turn = outbox.next();
        if (turn.isEmpty()) {
          break;
        }
        SendStep step = send(turn.get(), sources, connector, delivery);
        delivery = step.delivery;
        useful = step.useful;
      }
      return delivery;
    }
  }

  /** Prevents further mails from being sent. Thread-safe. */
  void close() {
    closed = true;
  }

  /** The result after one mail, and whether the server can be used for others. */
  private record SendStep(Delivery delivery, boolean useful) {}

  private void noteSent(Outbox outbox) {
    while (!unnoted.isEmpty()) {
      Map.Entry<MailTurn, String> first = unnoted.entrySet().iterator().next();
      outbox.sent(first.getKey(), first.getValue());
      unnoted.remove(first.getKey());
    }
  }

  private SendStep send(
      MailTurn turn, MailSources sources, Connector connector, Delivery delivery) {
    Outbox outbox = sources.store().outbox();
    Optional<Draft> draft;
    try {
      draft =
          isWanted(turn.mail(), sources)
              ? occasions.get(turn.mail().kind()).write(turn.mail(), sources)
              : Optional.empty();
    } catch (RuntimeException e) {
      return unwritten(turn, e, outbox, delivery);
    }
    if (draft.isEmpty()) {
      outbox.drop(turn);
      return new SendStep(delivery, true);
    }
    return send(turn, draft.get(), sources, connector, delivery);
  }

  private SendStep send(
      MailTurn turn, Draft draft, MailSources sources, Connector connector, Delivery delivery) {
    try {
      connector.get().send(envelope(turn.mail(), sources.settings()), draft.letter());
    } catch (MailFailure e) {
      boolean names = e.end().isAboutOneMail();
      LOG.warn("The mail {} is not sent: {}", name(turn.mail()), names ? e.end() : e.getMessage());
      return refused(turn, e, sources.store().outbox(), delivery);
    } catch (RuntimeException e) {
      return unwritten(turn, e, sources.store().outbox(), delivery);
    }
    LOG.info("The mail {} is sent", name(turn.mail()));
    unnoted.put(turn, draft.note());
    noteSent(sources.store().outbox());
    return new SendStep(delivery.plusSent(), true);
  }

  /** Records the failure: one faulty mail must not keep others from being sent. */
  private static SendStep unwritten(
      MailTurn turn, RuntimeException failure, Outbox outbox, Delivery delivery) {
    LOG.error("The mail {} cannot be written", name(turn.mail()), failure);
    String reason = "The mail cannot be written, the log has the details: %s.".formatted(failure);
    outbox.failed(turn, reason);
    return new SendStep(delivery.plusFailed(reason), true);
  }

  private static SendStep refused(
      MailTurn turn, MailFailure trouble, Outbox outbox, Delivery delivery) {
    if (trouble.end().isForGood()) {
      outbox.giveUp(turn, trouble.getMessage());
      return new SendStep(delivery.plusGivenUp(trouble.getMessage()), true);
    }
    outbox.failed(turn, trouble.getMessage());
    return new SendStep(delivery.plusFailed(trouble.getMessage()), trouble.end().isAboutOneMail());
  }

  static MailHeader envelope(Mail mail, Settings settings) {
    return new MailHeader(
        settings.mail().server().sender().from().orElseThrow(),
        settings.school().name(),
        mail.recipient(),
        mail.key());
  }

  /**
   * Checks whether the recipient still wants the mail, since settings and preferences may have
   * changed.
   */
  private static boolean isWanted(Mail mail, MailSources sources) {
    if (mail.kind() == MailTopic.ALARM) {
      return sources.settings().alarm().mailTo().orElse(List.of()).contains(mail.recipient());
    }
    if (mail.topic().note().equals(Mail.ASKED)) {
      return true;
    }
    return sources.readers(mail.kind(), mail.topic().className().orElseThrow()).stream()
        .anyMatch(reader -> reader.address().equals(mail.recipient()));
  }

  /** Names a mail for the log, which contains neither people nor addresses. */
  private static String name(Mail mail) {
    return mail.kind() + mail.topic().className().map(name -> " about " + name).orElse("");
  }

  /** Connects as soon as there is something to send. */
  private static final class Connector implements AutoCloseable {
    private final Supplier<SmtpServer> server;
    private Optional<SmtpConnection> connection = Optional.empty();

    Connector(Supplier<SmtpServer> server) {
      this.server = server;
    }

    SmtpConnection get() {
      if (connection.isEmpty()) {
        connection = Optional.of(server.get().connect());
      }
      return connection.get();
    }

    @Override
    public void close() {
      connection.ifPresent(SmtpConnection::close);
    }
  }
}
