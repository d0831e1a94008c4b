package org.rollcall.web;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.rollcall.school.Home;
import org.rollcall.settings.Settings;
import org.rollcall.settings.WebSettings;
import org.rollcall.web.admin.AdminArea;
import org.rollcall.web.classes.ClassArea;
import org.rollcall.web.enrol.EnrolArea;
import org.rollcall.web.kit.Area;
import org.rollcall.web.kit.CachedProbe;
import org.rollcall.web.kit.ServiceHealth;
import org.rollcall.web.kit.Site;
import org.rollcall.web.monitor.MonitorArea;
import org.rollcall.worker.Service;

/** The server of the pages for teachers and admins, and of health and metrics for programs. */
public final class PageServer implements AutoCloseable {
  /** Jetty needs two of them for itself. */
  private static final int MOST_THREADS = 12;

  private static final int FEWEST_THREADS = 2;

  /** A picture of a webcam, or the roster of a class. Files are taken by other means. */
  private static final long MOST_BODY_BYTES = 2 * 1024 * 1024;

  /** Monitoring programs rarely ask more often. */
  private static final Duration HEALTH_LIFETIME = Duration.ofSeconds(30);

  /** Monitoring programs give up after ten. */
  private static final Duration HEALTH_TIMEOUT = Duration.ofSeconds(5);

  private final Connection connection;
  private final CachedProbe<ServiceHealth> health;
  private final Site site;
  private final List<Area> areas;
  private final Javalin server;

  private PageServer(Connection connection, Site site) {
    this.connection = connection;
    this.site = site;
    this.health =
        new CachedProbe<>(
            () -> ServiceHealth.of(site), site.clock(), HEALTH_LIFETIME, HEALTH_TIMEOUT);
    this.areas =
        List.of(
            new ClassArea(site),
            new EnrolArea(site),
            new AdminArea(site, health),
            new MonitorArea(health));
    this.server = Javalin.create(this::configure);
  }

  /**
   * Opens the pages.
   *
   * @param home the installation that they are about
   * @param settings where to open them; their port is not 0
   * @param clock tells the time
   * @param service the running service
   * @return the open server; the caller closes it
   * @throws PortUnusable if another program uses the port, or the address is not of this machine
   * @throws org.rollcall.model.RollcallException if the pages are to be encrypted and cannot be
   */
  public static PageServer open(Home home, Settings settings, Clock clock, Service service) {
    Connection connection = Connection.of(home, settings.web(), clock);
    Site site = new Site(home, settings, clock, service);
    PageServer pages = new PageServer(connection, site);
    try {
      pages.start();
      return pages;
    } catch (RuntimeException e) {
      pages.close();
      throw e;
    }
  }

  private void configure(JavalinConfig config) {
    QueuedThreadPool threads = new QueuedThreadPool(MOST_THREADS, FEWEST_THREADS);
    threads.setName("page");
    threads.setDaemon(true);
    config.jetty.threadPool = threads;
    config.startup.showJavalinBanner = false;
    config.startup.startupWatcherEnabled = false;
    config.http.maxRequestSize = MOST_BODY_BYTES;
    connection.configure(config);
    site.serve(config, areas);
  }

  private void start() {
    WebSettings settings = connection.settings();
    try {
      if (connection.certificate().isPresent()) {
        server.start();
      } else {
        server.start(settings.address(), settings.port());
      }
    } catch (Exception e) {
      // Javalin throws checked exceptions without declaring them.
      throw new PortUnusable(
          "Cannot serve the pages at %s, port %d: %s. Set web.port to a free port, web.address to an address of this machine, or web.port to 0 for no pages."
              .formatted(settings.address(), settings.port(), reason(e)),
          e);
    }
  }

  private static String reason(Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause.toString();
  }

  /** {@return where users find the pages, for instance {@code http://127.0.0.1:7655}} */
  public String address() {
    return connection.address();
  }

  Javalin javalin() {
    return server;
  }

  @Override
  public void close() {
    server.stop();
    areas.forEach(Area::close);
    health.close();
    site.close();
  }
}
