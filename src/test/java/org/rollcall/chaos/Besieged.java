package org.rollcall.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.rollcall.basics.Extremes;
import org.rollcall.log.Log;
import org.rollcall.log.LogFile;
import org.rollcall.school.Home;
import org.rollcall.settings.LogSettings;
import org.rollcall.store.account.Account.Role;
import org.rollcall.testing.Waiting;
import org.rollcall.web.Browser;
import org.rollcall.web.TestSite;

/** The pages of a school while somebody means them ill. */
final class Besieged implements AutoCloseable {
  /** An attack that works keeps hundreds of megabytes. */
  private static final long MOST_MORE_BYTES = 64L << 20;

  private static final int PATIENCE_MILLIS = 60_000;

  /** After that a browser looks dead to whoever sits in front of it. */
  private static final Duration MOST_PATIENT = Duration.ofSeconds(20);

  private final Path logged;
  private final Log.Redirection log;
  private final TestSite site;
  private final Browser teacher;
  private final int port;
  private final long before;
  private final Map<String, Duration> slowest = new TreeMap<>();
  private int looks;

  private Besieged(TestSite site, Path logged) throws IOException, InterruptedException {
    this.site = site;
    this.logged = logged;
    this.log =
        new Log(
                new LogFile(logged, () -> LogSettings.DEFAULT, Clock.systemUTC(), fail -> {}),
                System.err,
                false,
                "attack")
            .redirect();
    site.add("birch", Role.TEACHER, "7A");
    site.add("head", Role.ADMIN);
    this.teacher = site.browserOf("birch");
    this.port = URI.create(site.address()).getPort();
    requireUnharmed();
    this.before = usedBytes();
  }

  /** Opens the pages of a school with one class. */
  static Besieged open(Path folder) throws IOException, InterruptedException {
    Home home = Home.of(folder);
    Files.createDirectories(home.classFolder("7A").resolve("students"));
    Files.createDirectories(home.footage());
    Files.writeString(home.rosterFile("7A"), "id,name\nS1001,Ada Birch\n");
    return new Besieged(TestSite.open(home), home.logs().resolve("rollcall.log"));
  }

  TestSite site() {
    return site;
  }

  /** {@return a connection to the server; the caller closes it} */
  Socket connect() throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout(PATIENCE_MILLIS);
    return socket;
  }

  /** {@return a connection on which something has been sent} */
  Socket connect(String text) throws IOException {
    Socket socket = connect();
    socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    socket.getOutputStream().flush();
    return socket;
  }

  /** {@return the head of a POST request} */
  static String post(String path, String... headers) {
    return "POST %s HTTP/1.1\r\nHost: localhost\r\n%s\r\n\r\n"
        .formatted(path, String.join("\r\n", headers));
  }

  /**
   * Sends a request whose body does not end by itself.
   *
   * @return the first line of the answer; empty if the server has only hung up
   */
  String flood(String head, byte[] piece, long bytes) throws IOException {
    try (Socket socket = connect(head)) {
      boolean listens = true;
      OutputStream out = socket.getOutputStream();
      for (long sent = 0; sent < bytes && listens; sent += piece.length) {
        listens = write(out, piece);
      }
      return answer(socket);
    }
  }

  private static boolean write(OutputStream out, byte[] piece) {
    try {
      out.write(piece);
      return true;
    } catch (IOException e) {
      // The server has hung up, which is what it should do.
      return false;
    }
  }

  /** {@return the first line of an answer; empty if the server has only hung up} */
  static String answer(Socket socket) {
    try {
      StringBuilder line = new StringBuilder();
      for (int sign = socket.getInputStream().read();
          sign >= 0 && sign != '\r';
          sign = socket.getInputStream().read()) {
        line.append((char) sign);
      }
      return line.toString();
    } catch (IOException e) {
      return "";
    }
  }

  /** Pages are shown and monitoring programs get their answers, each soon enough. */
  void requireUnharmed() throws IOException, InterruptedException {
    Browser stranger = site.browser();
    assertThat(look(stranger, "/health").body()).contains("\"status\":\"well\"");
    assertThat(look(stranger, "/metrics").statusCode()).isEqualTo(200);
    assertThat(look(stranger, "/login").statusCode()).isEqualTo(200);
    assertThat(look(teacher, "/").body()).contains("7A");
    assertThat(look(teacher, "/classes/7A").statusCode()).isEqualTo(200);
  }

  private HttpResponse<String> look(Browser browser, String path)
      throws IOException, InterruptedException {
    Instant start = Instant.now();
    HttpResponse<String> answer = browser.get(path);
    Duration taken = Duration.between(start, Instant.now());
    assertThat(taken).as("time for %s", path).isLessThan(MOST_PATIENT);
    slowest.merge(path, taken, Extremes::max);
    looks++;
    return answer;
  }

  /** Users who have logged in before can do so again. */
  void requireLogin() throws IOException, InterruptedException {
    teacher.loggedIn("birch", TestSite.PASSWORD);
  }

  /** {@return what lies in the folder for temporary files} */
  List<Path> temporary() throws IOException {
    Path work = site.home().work();
    if (Files.notExists(work)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(work)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }

  /** Nothing remains of the attack, neither on the disk nor in memory. */
  void requireNothingLeft() throws Exception {
    assertThat(Waiting.until(this::temporary, List::isEmpty)).isEmpty();
    long now = Waiting.until(Besieged::usedBytes, used -> used < before + MOST_MORE_BYTES);
    assertThat(now).isLessThan(before + MOST_MORE_BYTES);
    assertThat(site.store().accounts().all()).hasSize(2);
  }

  /** Whoever sends nonsense, or hangs up, costs a line of the log, not a stack trace. */
  void requireTerseLog() throws IOException {
    if (Files.exists(logged)) {
      try (Stream<String> lines = Files.lines(logged)) {
        assertThat(lines.filter(line -> line.startsWith("\tat ")))
            .as("lines of stack traces in the log")
            .isEmpty();
      }
    }
  }

  private static long usedBytes() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  @Override
  public void close() {
    System.out.printf(
        "%d looks at pages; slowest answers %s; %d MB more than before%n",
        looks, slowest, (usedBytes() - before) >> 20);
    site.close();
    log.close();
  }
}
