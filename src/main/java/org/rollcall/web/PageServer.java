package org.rollcall.web;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.BufferedResponseHandler;
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
  /**
   * They only receive: requests are handled by the threads of {@link org.rollcall.web.kit.Lanes}.
   */
  private static final int MOST_THREADS = 8;

  private static final int FEWEST_THREADS = 2;

  /** Each needs a file handle, and the nights need some, too. */
  private static final int MOST_CONNECTIONS = 500;

  /** How long a silent connection is kept while there are too many. */
  private static final Duration SILENCE_IN_NEED = Duration.ofSeconds(5);

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
    config.jetty.modifyServer(this::protect);
    connection.configure(config);
    site.serve(config, areas);
  }

  /** Browsers get complete replies from memory, however slowly they read them. */
  private void protect(Server jetty) {
    BufferedResponseHandler replies = new BufferedResponseHandler();
    replies.includeMethod("GET", "POST");
    replies.excludeMimeType("text/event-stream");
    jetty.setHandler(new Reception(site.lanes(), replies));
    NetworkConnectionLimit limit = new NetworkConnectionLimit(MOST_CONNECTIONS, jetty);
    limit.setEndPointIdleTimeout(SILENCE_IN_NEED.toMillis());
    jetty.addBean(limit);
    jetty.addBean(new HeadDeadline(jetty));
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
