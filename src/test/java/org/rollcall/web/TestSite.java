package org.rollcall.web;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.rollcall.home.HomeStore;
import org.rollcall.night.Alarm;
import org.rollcall.run.ProgressBoard;
import org.rollcall.school.Home;
import org.rollcall.settings.SettingsFile;
import org.rollcall.store.Store;
import org.rollcall.store.account.Account;
import org.rollcall.store.account.Account.Role;
import org.rollcall.testing.EmptyDatabase;
import org.rollcall.testing.TestPassword;
import org.rollcall.worker.JobQueue;
import org.rollcall.worker.Service;

/** The pages of a school, open for browsers. There is no night; what users ask for is done. */
public final class TestSite implements AutoCloseable {
  /** The password of all users. */
  public static final String PASSWORD = TestPassword.TEXT;

  private final Home home;
  private final Store store;
  private final Service service;
  private final PageServer server;

  private TestSite(Home home, Store store, Service service) {
    this.home = home;
    this.store = store;
    this.service = service;
    this.server = PageServer.open(home, SettingsFile.read(home), Clock.systemUTC(), service);
  }

  /**
   * Opens the pages of a school without alarms.
   *
   * @param home the school, whose settings are written
   * @param settings lines to add to them
   */
  public static TestSite open(Home home, String... settings) throws IOException {
    return open(home, List::of, Optional::empty, settings);
  }

  /**
   * Opens the pages of a school.
   *
   * @param home the school, whose settings are written
   * @param alarms gives the alarms
   * @param nextDue gives the start of the next run
   * @param settings lines to add to the settings
   */
  public static TestSite open(
      Home home,
      Supplier<List<Alarm>> alarms,
      Supplier<Optional<Instant>> nextDue,
      String... settings)
      throws IOException {
    Files.createDirectories(home.config());
    Files.writeString(
        home.settingsFile(),
        "school: {zone: UTC}\nweb: {port: %d}\n%s\n"
            .formatted(freePort(), String.join("\n", settings)));
    if (Files.notExists(home.database())) {
      EmptyDatabase.at(home.database());
    }
    Store store = HomeStore.open(home, SettingsFile.read(home));
    return new TestSite(home, store, new Service(alarms, nextDue, jobs(home)));
  }

  static JobQueue jobs(Home home) {
    return new JobQueue(home, Clock.systemUTC(), new ProgressBoard(Clock.systemUTC()));
  }

  static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return free.getLocalPort();
    }
  }

  /** {@return the school} */
  public Home home() {
    return home;
  }

  /** {@return its store} */
  public Store store() {
    return store;
  }

  /** {@return what does what users ask for} */
  public JobQueue jobs() {
    return service.jobs();
  }

  /** {@return where the pages are} */
  public String address() {
    return server.address();
  }

  /** {@return all addresses as {@code GET /path}, with their parameters in braces} */
  public List<String> addresses() {
    return server.javalin().unsafe.internalRouter.allHttpHandlers().stream()
        .map(handler -> handler.endpoint)
        .filter(endpoint -> Set.of("GET", "POST").contains(endpoint.method.name()))
        .map(endpoint -> endpoint.method.name() + " " + endpoint.path)
        .toList();
  }

  /** Adds a user, who may see some classes. */
  public void add(String name, Role role, String... classes) {
    store.accounts().add(new Account(name, role, Set.of(classes), false), TestPassword.HASH);
  }

  /** {@return a browser in which nobody is logged in} */
  public Browser browser() {
    return browser("en");
  }

  /** {@return a browser that asks for a language} */
  public Browser browser(String language) {
    return new Browser(server.address(), language);
  }

  /** {@return a browser in which a user is logged in} */
  public Browser browserOf(String name) throws IOException, InterruptedException {
    return browser().loggedIn(name, PASSWORD);
  }

  @Override
  public void close() {
    server.close();
    service.jobs().close();
    store.close();
  }
}
