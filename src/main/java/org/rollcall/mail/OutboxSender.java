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
import org.rollcall.store.mail.Mail.MailClaim;
import org.rollcall.store.mail.Mail.MailTopic;
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

  private final Map<MailTopic, MailKind> kinds;
  private final Map<MailClaim, String> unrecorded = new LinkedHashMap<>();
  private volatile boolean closed;

  OutboxSender(List<MailKind> kinds) {
    this.kinds = new LinkedHashMap<>();
    kinds.forEach(kind -> this.kinds.put(kind.kind(), kind));
  }

  /**
   * Sends what is due.
   *
   * @param server provides the server, only if there is something to send
   * @throws RollcallException if the store fails
   */
  Delivery sendDue(MailSources sources, Supplier<SmtpServer> server) {
    recordSent(sources.store().outbox());
    try (Round round = new Round(sources, server)) {
      while (round.mayContinue()) {
        round.sendNext();
      }
      return round.delivery;
    }
  }

  /** Prevents further mails from being sent. Thread-safe. */
  void close() {
    closed = true;
  }

  private void recordSent(Outbox outbox) {
    while (!unrecorded.isEmpty()) {
      Map.Entry<MailClaim, String> first = unrecorded.entrySet().iterator().next();
      outbox.sent(first.getKey(), first.getValue());
      unrecorded.remove(first.getKey());
    }
  }

  static MailHeader header(Mail mail, Settings settings) {
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

  /** Sends mails one after the other, and counts. Connects for the first of them. */
  private final class Round implements AutoCloseable {
    private final MailSources sources;
    private final Outbox outbox;
    private final Supplier<SmtpServer> server;
    private Optional<SmtpConnection> connection = Optional.empty();
    private Delivery delivery = Delivery.NONE;
    private boolean finished;

    Round(MailSources sources, Supplier<SmtpServer> server) {
      this.sources = sources;
      this.outbox = sources.store().outbox();
      this.server = server;
    }

    boolean mayContinue() {
      return !finished && !closed && !Thread.currentThread().isInterrupted();
    }

    void sendNext() {
      outbox.next().ifPresentOrElse(this::send, () -> finished = true);
    }

    private void send(MailClaim claim) {
      Optional<Draft> draft;
      try {
        draft = draft(claim.mail());
      } catch (RuntimeException e) {
        unwritten(claim, e);
        return;
      }
      draft.ifPresentOrElse(written -> send(claim, written), () -> outbox.drop(claim));
    }

    private Optional<Draft> draft(Mail mail) {
      return isWanted(mail, sources)
          ? kinds.get(mail.kind()).write(mail, sources)
          : Optional.empty();
    }

    private void send(MailClaim claim, Draft draft) {
      try {
        connection().send(header(claim.mail(), sources.settings()), draft.body());
      } catch (MailFailure e) {
        refused(claim, e);
        return;
      } catch (RuntimeException e) {
        unwritten(claim, e);
        return;
      }
      LOG.info("The mail {} was sent", name(claim.mail()));
      unrecorded.put(claim, draft.note());
      recordSent(outbox);
      delivery = delivery.plusSent();
    }

    private SmtpConnection connection() {
      if (connection.isEmpty()) {
        connection = Optional.of(server.get().connect());
      }
      return connection.get();
    }

    /** Records the failure: one faulty mail must not keep others from being sent. */
    private void unwritten(MailClaim claim, RuntimeException failure) {
      LOG.error("Cannot write the mail {}", name(claim.mail()), failure);
      String reason = "The mail cannot be written: %s. The log has the details.".formatted(failure);
      outbox.failed(claim, reason);
      delivery = delivery.plusFailed(reason);
    }

    private void refused(MailClaim claim, MailFailure failure) {
      boolean names = failure.end().isAboutOneMail();
      LOG.warn(
          "The mail {} was not sent: {}",
          name(claim.mail()),
          names ? failure.end() : failure.getMessage());
      if (failure.end().isForGood()) {
        outbox.giveUp(claim, failure.getMessage());
        delivery = delivery.plusGivenUp(failure.getMessage());
      } else {
        outbox.failed(claim, failure.getMessage());
        delivery = delivery.plusFailed(failure.getMessage());
        finished = !failure.end().isAboutOneMail();
      }
    }

    @Override
    public void close() {
      connection.ifPresent(SmtpConnection::close);
    }
  }
}
