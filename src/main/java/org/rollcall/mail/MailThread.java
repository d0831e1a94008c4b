package org.rollcall.mail;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.rollcall.basics.Daemons;
import org.rollcall.model.Message;
import org.rollcall.model.RollcallException;
import org.rollcall.store.Store;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the mail service once a minute in a thread of its own. Nothing else waits for mails;
 * failures show only in the log and the outbox.
 */
public final class MailThread implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(MailThread.class);
  private static final Duration USUAL = Duration.ofMinutes(1);

  /** How long to wait on closing: a mail that is sent but not recorded would be sent again. */
  private static final Duration LAST_ROUND = Duration.ofSeconds(20);

  /** Requests for a round, each with an alarm or without. */
  private final BlockingQueue<Optional<Message>> calls = new LinkedBlockingQueue<>();

  private final MailService mailService;
  private final Supplier<Store> opener;
  private final Duration every;
  private volatile boolean closing;
  private final Thread thread = Daemons.thread("mail", this::loop);

  private MailThread(MailService mailService, Supplier<Store> opener, Duration every) {
    this.mailService = mailService;
    this.opener = opener;
    this.every = every;
  }

  /**
   * Starts the thread, with the first round at once.
   *
   * @param mailService the mail service; must not be used elsewhere
   * @param opener opens the store, which is closed again after each round
   * @return the thread, which the caller closes
   */
  public static MailThread open(MailService mailService, Supplier<Store> opener) {
    return open(mailService, opener, USUAL);
  }

  static MailThread open(MailService mailService, Supplier<Store> opener, Duration every) {
    MailThread thread = new MailThread(mailService, opener, every);
    thread.calls.add(Optional.empty());
    thread.thread.start();
    return thread;
  }

  /** Requests a round soon. */
  public void soon() {
    calls.add(Optional.empty());
  }

  /**
   * Mails an alarm to the recipients in the settings.
   *
   * @param alarm what is wrong
   */
  public void alarm(Message alarm) {
    calls.add(Optional.of(alarm));
  }

  private void loop() {
    try {
      while (!closing) {
        answerCall();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Waits for a call or for the time of the next round. */
  private void answerCall() throws InterruptedException {
    Optional<Optional<Message>> call =
        Optional.ofNullable(calls.poll(every.toMillis(), TimeUnit.MILLISECONDS));
    call.flatMap(alarm -> alarm).ifPresent(this::mailAlarm);
    if (calls.isEmpty() && !closing) {
      deliver();
    }
  }

  private void mailAlarm(Message alarm) {
    if (!mailService.isOn()) {
      return;
    }
    try (Store store = opener.get()) {
      mailService.alarm(store, alarm);
    } catch (RuntimeException e) {
      LOG.warn("Mailing an alarm without the database: {}", e.getMessage());
      mailService.alarmWithoutStore(alarm);
    }
  }

  private void deliver() {
    if (!mailService.isOn()) {
      return;
    }
    try (Store store = opener.get()) {
      mailService.deliver(store);
    } catch (RollcallException e) {
      LOG.warn("Cannot send mails now: {}", e.getMessage());
    } catch (RuntimeException e) {
      LOG.error("Sending mails failed", e);
    }
  }

  /** Stops the thread. Waits a short while for a mail being sent. */
  @Override
  public void close() {
    closing = true;
    mailService.stop();
    soon();
    try {
      thread.join(LAST_ROUND.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
