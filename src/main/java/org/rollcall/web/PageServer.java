package org.rollcall.web;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.rollcall.config.Home;
import org.rollcall.config.Settings;
import org.rollcall.config.WebCertificate;
import org.rollcall.config.WebSettings;
import org.rollcall.worker.Service;

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
  private final Closing closing;
  private final String address;

  private PageServer(Javalin server, Closing closing, String address) {
    this.server = server;
    this.closing = closing;
    this.address = address;
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
   * @throws org.rollcall.model.RollcallException if the pages shall be encrypted and cannot be
   */
  public static PageServer open(Home home, Settings settings, Clock clock, Service service) {
    Serving serving = serving(home, settings.web(), clock);
    FreshLook<Condition> look =
        new FreshLook<>(
            () -> Condition.of(home, settings, clock, service.alarms()), clock, FRESH, PATIENCE);
    PeoplePages people = new PeoplePages(home, settings, clock, service);
    AdminLooks looks = new AdminLooks(home, clock, people.store());
    Admin admin = new Admin(home, settings, clock, service, people.store(), people.pages());
    Door door = people.door().forAdmins();
    LiveRoutes live = new LiveRoutes(admin, door);
    Closing closing = new Closing(List.of(live, looks, look, people));
    List<Routes> routes = new ArrayList<>(people.routes());
    routes.addAll(forAdmins(admin, door, looks, look));
    routes.add(live);
    routes.add(new HealthRoutes(look));
    routes.add(new MetricsRoutes(look));
    try {
      return new PageServer(start(serving, people, routes, live), closing, serving.address());
    } catch (RuntimeException e) {
      closing.close();
      throw e;
    }
  }

  private static List<Routes> forAdmins(
      Admin admin, Door door, AdminLooks looks, FreshLook<Condition> look) {
    return List.of(
        new AdminRoutes(admin, door, looks, look),
        new RecordingRoutes(admin, door, looks),
        new UserRoutes(admin, door),
        new MailAdminRoutes(admin, door));
  }

  private static Serving serving(Home home, WebSettings settings, Clock clock) {
    Optional<WebCertificate> certificate =
        settings.keyStore().map(file -> WebCertificate.read(home, settings, System.getenv()));
    certificate.ifPresent(known -> known.requireValid(clock.instant()));
    return new Serving(settings, certificate);
  }

  private static Javalin start(
      Serving serving, PeoplePages people, List<Routes> routes, LiveRoutes live) {
    WebSettings settings = serving.settings();
    Javalin server =
        Javalin.create(
            config -> {
              configure(config, serving);
              people.configure(config);
              routes.forEach(group -> group.addTo(config.routes));
              // What is still open when the server stops can no longer be answered.
              config.events.serverStopping(live::close);
            });
    try {
      return serving.certificate().isPresent()
          ? server.start()
          : server.start(settings.address(), settings.port());
    } catch (Exception e) {
      // Javalin throws checked exceptions without saying so. By now it has stopped.
      throw new PortUnusable(
          "Cannot open the page at %s, port %d: %s. Set web.port to a port that is free, web.address to an address of this machine, or web.port to 0 for no page."
              .formatted(settings.address(), settings.port(), reason(e)),
          e);
    }
  }

  private static void configure(JavalinConfig config, Serving serving) {
    QueuedThreadPool threads = new QueuedThreadPool(MOST_THREADS, FEWEST_THREADS);
    threads.setName("page");
    threads.setDaemon(true);
    config.jetty.threadPool = threads;
    config.startup.showJavalinBanner = false;
    config.startup.startupWatcherEnabled = false;
    config.http.maxRequestSize = MOST_BODY_BYTES;
    serving.configure(config);
  }

  private static String reason(Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause.toString();
  }

  /** {@return where people open the pages, for instance {@code http://127.0.0.1:7655}} */
  public String address() {
    return address;
  }

  Javalin javalin() {
    return server;
  }

  @Override
  public void close() {
    server.stop();
    closing.close();
  }
}
