package org.rollcall.web.admin;

import io.javalin.http.HttpStatus;
import io.javalin.http.sse.SseClient;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.rollcall.basics.Daemons;
import org.rollcall.web.kit.Exchange;
import org.rollcall.web.kit.Frame;
import org.rollcall.web.kit.Router;
import org.rollcall.web.kit.Routes;
import org.rollcall.web.kit.Site;
import org.rollcall.worker.JobQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code /admin/events}: tells open pages what is being worked on, as server-sent events. {@code
 * live} carries the part of the page that shows it; {@code changed} says that the rest of the page
 * is out of date, too.
 */
final class EventRoutes implements Routes {
  private static final Logger LOG = LoggerFactory.getLogger(EventRoutes.class);
  private static final int MOST_LISTENERS = 30;
  private static final int BEATS_BETWEEN_COMMENTS = 15;

  /** The browser connects again after this time, which checks the login again. */
  private static final Duration LONGEST = Duration.ofMinutes(10);

  private final Site site;
  private final JobQueue jobs;
  private final Set<Listener> listeners = ConcurrentHashMap.newKeySet();
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(Daemons.named("page-events"));
  private long version;
  private String outline = "";
  private int beats;

  private record Listener(SseClient client, Frame frame, Instant until) {}

  EventRoutes(Site site) {
    this.site = site;
    this.jobs = site.service().jobs();
  }

  @Override
  public void addTo(Router router) {
    router.admins().get(AdminPages.ROOT + "/events", this::listen);
    var unused = timer.scheduleWithFixedDelay(this::beat, 1, 1, TimeUnit.SECONDS);
  }

  private void listen(Exchange exchange) {
    if (listeners.size() >= MOST_LISTENERS) {
      exchange.status(HttpStatus.SERVICE_UNAVAILABLE);
      return;
    }
    Instant until = site.clock().instant().plus(LONGEST);
    Frame frame = exchange.frame("");
    exchange.openEvents(client -> add(new Listener(client, frame, until)));
  }

  private void add(Listener listener) {
    listener.client.keepAlive();
    listener.client.onClose(() -> listeners.remove(listener));
    listeners.add(listener);
    listener.client.sendEvent("live", html(listener, CurrentWork.of(site)));
  }

  private String html(Listener listener, CurrentWork work) {
    return site.fragment("admin/work", Map.of("frame", listener.frame, "work", work));
  }

  /** A connection that is broken is closed by what fails here. */
  private void beat() {
    try {
      beats++;
      broadcast();
    } catch (RuntimeException e) {
      LOG.warn("Cannot update the progress on open pages", e);
    }
  }

  private void broadcast() {
    if (listeners.isEmpty()) {
      return;
    }
    long now = jobs.version();
    CurrentWork work = CurrentWork.of(site);
    boolean changed = !work.outline().equals(outline);
    boolean progressed = changed || now != version;
    version = now;
    outline = work.outline();
    Instant moment = site.clock().instant();
    for (Listener listener : listeners) {
      if (listener.until.isBefore(moment)) {
        listener.client.close();
      } else if (progressed) {
        broadcast(listener, work, changed);
      } else if (beats % BEATS_BETWEEN_COMMENTS == 0) {
        listener.client.sendComment("still here");
      }
    }
  }

  private void broadcast(Listener listener, CurrentWork work, boolean changed) {
    listener.client.sendEvent("live", html(listener, work));
    if (changed) {
      // Browsers ignore an event without data.
      listener.client.sendEvent("changed", "recordings");
    }
  }

  void close() {
    timer.shutdownNow();
    listeners.forEach(listener -> listener.client.close());
  }
}
