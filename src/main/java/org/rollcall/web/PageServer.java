package org.rollcall.web;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.rollcall.config.Home;
import org.rollcall.config.Settings;
import org.rollcall.config.WebSettings;

/**
 * The server of the pages for teachers and admins, and of what tells other programs how the service
 * gets on.
 */
public final class PageServer implements AutoCloseable {
  /** Jetty keeps two of them for itself. */
  private static final int MOST_THREADS = 12;

  private static final int FEWEST_THREADS = 2;

  /** A picture of a webcam, or the list of a class. Files come another way. */
  private static final long MOST_BODY_BYTES = 2 * 1024 * 1024;

  /** No program that asks regularly asks much more often. */
  private static final Duration FRESH = Duration.ofSeconds(30);

  /** Programs that ask give up after ten. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Javalin server;
  private final FreshLook<Condition> look;
  private final PeoplePages people;
  private final String address;

  private PageServer(
      Javalin server, FreshLook<Condition> look, PeoplePages people, WebSettings settings) {
    this.server = server;
    this.look = look;
    this.people = people;
    String host = settings.address().contains(":") ? "[%s]" : "%s";
    this.address = ("http://" + host + ":%d").formatted(settings.address(), settings.port());
  }

  /**
   * Opens the page.
   *
   * @param home the installation that it is about
   * @param settings where to open it; their port is not 0
   * @param clock tells the time
   * @param service what it shows and does
   * @return the open page; the caller closes it
   * @throws PortUnusable if another program uses the port, or there is no such address
   */
  public static PageServer open(Home home, Settings settings, Clock clock, Service service) {
    FreshLook<Condition> look =
        new FreshLook<>(
            () -> Condition.of(home, settings, clock, service.alarms()), clock, FRESH, PATIENCE);
    PeoplePages people = new PeoplePages(home, settings, clock, service);
    List<Routes> routes = new ArrayList<>(people.routes());
    routes.add(new HealthRoutes(look));
    routes.add(new MetricsRoutes(look));
    try {
      return new PageServer(start(settings.web(), people, routes), look, people, settings.web());
    } catch (RuntimeException e) {
      look.close();
      people.close();
      throw e;
    }
  }

  private static Javalin start(WebSettings settings, PeoplePages people, List<Routes> routes) {
    Javalin server =
        Javalin.create(
            config -> {
              configure(config);
              people.configure(config);
            });
    routes.forEach(group -> group.addTo(server));
    try {
      return server.start(settings.address(), settings.port());
    } catch (Exception e) {
      // Javalin throws checked exceptions without saying so. By now it has stopped.
      throw new PortUnusable(
          "Cannot open the page at %s, port %d: %s. Set web.port to a port that is free, web.address to an address of this machine, or web.port to 0 for no page."
              .formatted(settings.address(), settings.port(), reason(e)),
          e);
    }
  }

  private static void configure(JavalinConfig config) {
    QueuedThreadPool threads = new QueuedThreadPool(MOST_THREADS, FEWEST_THREADS);
    threads.setName("page");
    threads.setDaemon(true);
    config.jetty.threadPool = threads;
    config.showJavalinBanner = false;
    config.startupWatcherEnabled = false;
    config.http.maxRequestSize = MOST_BODY_BYTES;
  }

  private static String reason(Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause.toString();
  }

  /** {@return where the page is, for instance {@code http://127.0.0.1:7655}} */
  public String address() {
    return address;
  }

  Javalin javalin() {
    return server;
  }

  @Override
  public void close() {
    server.stop();
    look.close();
    people.close();
  }
}
