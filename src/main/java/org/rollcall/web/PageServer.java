package org.rollcall.web;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.rollcall.access.Doorman;
import org.rollcall.config.Home;
import org.rollcall.config.Settings;
import org.rollcall.config.WebSettings;
import org.rollcall.lesson.ClassBook;
import org.rollcall.lesson.Desk;
import org.rollcall.lesson.RegisterClerk;
import org.rollcall.night.Alarm;

/**
 * The server of the pages for teachers and admins, and of what tells other programs how the service
 * gets on.
 */
public final class PageServer implements AutoCloseable {
  /** Jetty keeps two of them for itself. */
  private static final int MOST_THREADS = 12;

  private static final int FEWEST_THREADS = 2;

  /** A form holds a remark at most. */
  private static final long MOST_FORM_BYTES = 64 * 1024;

  /** No program that asks regularly asks much more often. */
  private static final Duration FRESH = Duration.ofSeconds(30);

  /** Programs that ask give up after ten. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /** Whoever corrects one mark of a class mostly corrects another one. */
  private static final Duration GATHERING = Duration.ofSeconds(3);

  private final Javalin server;
  private final FreshLook<Condition> look;
  private final RegisterClerk clerk;
  private final OpenStore store;
  private final String address;

  private PageServer(
      Javalin server,
      FreshLook<Condition> look,
      RegisterClerk clerk,
      OpenStore store,
      WebSettings settings) {
    this.server = server;
    this.look = look;
    this.clerk = clerk;
    this.store = store;
    String host = settings.address().contains(":") ? "[%s]" : "%s";
    this.address = ("http://" + host + ":%d").formatted(settings.address(), settings.port());
  }

  /**
   * Opens the page.
   *
   * @param home the installation that it is about
   * @param settings where to open it; their port is not 0
   * @param clock tells the time
   * @param alarms tells what a person should look at
   * @return the open page; the caller closes it
   * @throws PortUnusable if another program uses the port, or there is no such address
   */
  public static PageServer open(
      Home home, Settings settings, Clock clock, Supplier<List<Alarm>> alarms) {
    FreshLook<Condition> look =
        new FreshLook<>(() -> Condition.of(home, settings, clock, alarms), clock, FRESH, PATIENCE);
    OpenStore store = new OpenStore(home, settings);
    RegisterClerk clerk = new RegisterClerk(home, store, GATHERING);
    List<Routes> routes = new ArrayList<>(forPeople(home, settings, store, clerk, clock));
    routes.add(new HealthRoutes(look));
    routes.add(new MetricsRoutes(look));
    try {
      return new PageServer(start(settings.web(), routes), look, clerk, store, settings.web());
    } catch (RuntimeException e) {
      clerk.close();
      look.close();
      throw e;
    }
  }

  private static List<Routes> forPeople(
      Home home, Settings settings, OpenStore store, RegisterClerk clerk, Clock clock) {
    Pages pages = new Pages();
    Doorman doorman = new Doorman(store, clock);
    Door door = new Door(doorman, pages);
    Supplier<Desk> desk = () -> new Desk(home, store.get(), clerk::changed);
    Supplier<ClassBook> book = () -> new ClassBook(home, store.get());
    return List.of(
        new Protection(door, pages),
        new AssetRoutes(),
        new LoginRoutes(doorman, door, pages),
        new ClassRoutes(desk, book, settings.warnings(), door, pages),
        new StudentRoutes(book, settings, door, pages),
        new ExportRoutes(book, door),
        new LessonRoutes(desk, door, pages));
  }

  private static Javalin start(WebSettings settings, List<Routes> routes) {
    Javalin server = Javalin.create(PageServer::configure);
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
    config.http.maxRequestSize = MOST_FORM_BYTES;
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
    clerk.close();
    store.close();
  }
}
