package org.rollcall.web.kit;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.rollcall.web.kit.RouteGuard.Handler;

/**
 * Forms that are sent twice, by a double click or from the history of a browser, but handled once:
 * the second time, the first reply is given again.
 *
 * <p>For any number of threads.
 */
final class SentForms {
  /** Name of the field that tells one form from another. */
  static final String FIELD = "once";

  private static final int MOST = 500;
  private static final int LONGEST = 64;
  private static final Duration KEPT = Duration.ofMinutes(10);

  private final Clock clock;
  private final Map<String, SentForm> forms = new LinkedHashMap<>();

  SentForms(Clock clock) {
    this.clock = clock;
  }

  /** A form that was sent; its lock is held while it is being handled. */
  private static final class SentForm {
    private final Instant since;
    private final ReentrantLock lock = new ReentrantLock();
    private Optional<Reply> reply = Optional.empty();

    SentForm(Instant since) {
      this.since = since;
    }
  }

  private record Reply(HttpStatus status, String type, String location, String body) {
    static Optional<Reply> of(Context context) {
      String location = Optional.ofNullable(context.res().getHeader("Location")).orElse("");
      boolean done = context.status().getCode() < HttpStatus.BAD_REQUEST.getCode();
      return done
          ? Optional.of(
              new Reply(
                  context.status(),
                  Optional.ofNullable(context.res().getContentType()).orElse("text/html"),
                  location,
                  Optional.ofNullable(context.result()).orElse("")))
          : Optional.empty();
    }

    void giveAgain(Context context) {
      if (location.isEmpty()) {
        context.status(status).contentType(type).header("Cache-Control", "no-store").result(body);
      } else {
        context.redirect(location, status);
      }
    }
  }

  /** Handles a form, unless it was handled before. What has failed may be sent again. */
  void handle(Exchange exchange, Handler handler) {
    String once = exchange.rawField(FIELD);
    if (once.isEmpty() || once.length() > LONGEST) {
      handler.handle(exchange);
      return;
    }
    SentForm sent = sent(exchange.principal().formToken() + exchange.path() + once);
    sent.lock.lock();
    try {
      if (sent.reply.isPresent()) {
        sent.reply.get().giveAgain(exchange.context());
        return;
      }
      handler.handle(exchange);
      sent.reply = Reply.of(exchange.context());
    } finally {
      sent.lock.unlock();
    }
  }

  private synchronized SentForm sent(String key) {
    Instant now = clock.instant();
    Iterator<SentForm> oldest = forms.values().iterator();
    while (oldest.hasNext() && isOver(oldest.next(), now)) {
      oldest.remove();
    }
    return forms.computeIfAbsent(key, unused -> new SentForm(now));
  }

  private boolean isOver(SentForm sent, Instant now) {
    return forms.size() >= MOST || sent.since.plus(KEPT).isBefore(now);
  }
}
