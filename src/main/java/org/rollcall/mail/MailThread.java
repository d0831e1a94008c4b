package org.rollcall.mail;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.rollcall.basics.Daemons;
import org.rollcall.model.RollcallException;
import org.rollcall.store.Store;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets a postman go round once a minute, in a thread of its own: whatever becomes of mails, nobody
 * else waits for it or hears of it but through the log and the outbox.
 */
public final class MailThread implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(MailThread.class);
  private static final Duration USUAL = Duration.ofMinutes(1);

  /** A mail that is being handed over is to be noted, or it is sent once more. */
  private static final Duration LAST_ROUND = Duration.ofSeconds(20);

  /** Asks for a round, and brings an alarm along or nothing. */
  private final BlockingQueue<Optional<String>> calls = new LinkedBlockingQueue<>();

  private final MailService postman;
  private final Supplier<Store> opener;
  private final Duration every;
  private volatile boolean closing;
  private final Thread thread = Daemons.thread("mail", this::goRound);

  private MailThread(MailService postman, Supplier<Store> opener, Duration every) {
    this.postman = postman;
    this.opener = opener;
    this.every = every;
  }

  /**
   * Begins, with a round at once.
   *
   * @param postman goes round; nobody else may use it
   * @param opener opens the store, which is open for no longer than each round takes
   * @return the office, which the caller closes
   */
  public static MailThread open(MailService postman, Supplier<Store> opener) {
    return open(postman, opener, USUAL);
  }

  static MailThread open(MailService postman, Supplier<Store> opener, Duration every) {
    MailThread office = new MailThread(postman, opener, every);
    office.calls.add(Optional.empty());
    office.thread.start();
    return office;
  }

  /** Asks for a round soon. */
  public void soon() {
    calls.add(Optional.empty());
  }

  /**
   * Lets those know of an alarm whom the settings name.
   *
   * @param text what is wrong
   */
  public void alarm(String text) {
    calls.add(Optional.of(text));
  }

  private void goRound() {
    try {
      while (!closing) {
        Optional<Optional<String>> call =
            Optional.ofNullable(calls.poll(every.toMillis(), TimeUnit.MILLISECONDS));
        call.flatMap(text -> text).ifPresent(this::tell);
        if (calls.isEmpty() && !closing) {
          round();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void tell(String alarm) {
    if (!postman.isOn()) {
      return;
    }
    try (Store store = opener.get()) {
      postman.alarm(store, alarm);
    } catch (RuntimeException e) {
      LOG.warn("An alarm is mailed without the store: {}", e.getMessage());
      postman.alarmWithoutStore(alarm);
    }
  }

  private void round() {
    if (!postman.isOn()) {
      return;
    }
    try (Store store = opener.get()) {
      postman.deliver(store);
    } catch (RollcallException e) {
      LOG.warn("No mails are sent now: {}", e.getMessage());
    } catch (RuntimeException e) {
      LOG.error("A round with mails failed", e);
    }
  }

  /** Ends. A mail under way is finished, if that does not take long. */
  @Override
  public void close() {
    closing = true;
    postman.stop();
    soon();
    try {
      thread.join(LAST_ROUND.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
