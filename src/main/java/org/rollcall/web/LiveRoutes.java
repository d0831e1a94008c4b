package org.rollcall.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.sse.SseClient;
import io.javalin.http.sse.SseHandler;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.rollcall.access.Principal;
import org.rollcall.basics.Daemons;
import org.rollcall.worker.JobQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code /admin/events}: tells open pages what is worked on, as server-sent events. {@code live}
 * has the part of the page that shows it; {@code changed} says that the rest is out of date, too.
 */
final class LiveRoutes implements Routes, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LiveRoutes.class);
  private static final int MOST_LISTENERS = 30;
  private static final int BEATS_BETWEEN_COMMENTS = 15;

  /** Then the browser asks again, and has to be logged in still. */
  private static final Duration LONGEST = Duration.ofMinutes(10);

  private final Admin admin;
  private final Door door;
  private final JobQueue jobs;
  private final Set<Listener> listeners = ConcurrentHashMap.newKeySet();
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(Daemons.named("page-events"));
  private long version;
  private String what = "";
  private int beats;

  private record Listener(SseClient client, Words words, Instant until) {}

  LiveRoutes(Admin admin, Door door) {
    this.admin = admin;
    this.door = door;
    this.jobs = admin.service().jobs();
  }

  @Override
  public void addTo(RoutesConfig server) {
    door.get(server, Admin.ROOT + "/events", this::listen);
    var unused = timer.scheduleWithFixedDelay(this::beat, 1, 1, TimeUnit.SECONDS);
  }

  private void listen(Context context, Principal visitor) {
    if (listeners.size() >= MOST_LISTENERS) {
      context.status(HttpStatus.SERVICE_UNAVAILABLE);
      return;
    }
    Words words = Words.of(context);
    Instant until = admin.clock().instant().plus(LONGEST);
    new SseHandler(client -> add(new Listener(client, words, until))).handle(context);
  }

  private void add(Listener listener) {
    listener.client.keepAlive();
    listener.client.onClose(() -> listeners.remove(listener));
    listeners.add(listener);
    listener.client.sendEvent("live", part(listener, Live.of(jobs)));
  }

  private String part(Listener listener, Live live) {
    return admin
        .pages()
        .part("live", Map.of("words", listener.words, "live", live, "zone", admin.zone()));
  }

  /** A browser that does not answer any more is closed by what fails here. */
  private void beat() {
    try {
      beats++;
      tell();
    } catch (RuntimeException e) {
      LOG.warn("Cannot tell open pages what is worked on", e);
    }
  }

  private void tell() {
    long now = jobs.version();
    boolean news = now != version;
    version = now;
    Live live = Live.of(jobs);
    boolean changed = !live.what().equals(what);
    what = live.what();
    Instant moment = admin.clock().instant();
    for (Listener listener : listeners) {
      if (listener.until.isBefore(moment)) {
        listener.client.close();
      } else if (news) {
        tell(listener, live, changed);
      } else if (beats % BEATS_BETWEEN_COMMENTS == 0) {
        listener.client.sendComment("still here");
      }
    }
  }

  private void tell(Listener listener, Live live, boolean changed) {
    listener.client.sendEvent("live", part(listener, live));
    if (changed) {
      // Browsers do not hear of an event without data.
      listener.client.sendEvent("changed", "recordings");
    }
  }

  @Override
  public void close() {
    timer.shutdownNow();
    listeners.forEach(listener -> listener.client.close());
  }
}
