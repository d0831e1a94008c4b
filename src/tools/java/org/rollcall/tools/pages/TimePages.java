package org.rollcall.tools.pages;

import java.io.IOException;
import java.net.CookieManager;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.rollcall.home.HomeStore;
import org.rollcall.model.LessonKey;
import org.rollcall.run.ProgressBoard;
import org.rollcall.school.Home;
import org.rollcall.settings.SettingsFile;
import org.rollcall.store.Store;
import org.rollcall.store.account.Account;
import org.rollcall.store.account.Account.Role;
import org.rollcall.testing.TestPassword;
import org.rollcall.tools.MarkdownTable;
import org.rollcall.web.PageServer;
import org.rollcall.worker.JobQueue;
import org.rollcall.worker.Service;

/**
 * Times the pages over HTTP, with a year of lessons of a whole school behind them, and prints a
 * table in Markdown.
 *
 * <p>{@code TimePages [CLASSES]}
 *
 * <p>80 classes of 25, unless fewer are named, 1,200 lessons each. The school is made in a
 * temporary folder, which takes some 20 MB for each class and goes at the end. Each time another
 * class, lesson or student is asked for, in the same order in every run. The first answers, which
 * also warm up, do not count. Times are those of the whole answer, on the same machine.
 */
public final class TimePages {
  private static final int CLASSES = 80;
  private static final int CLASSES_OF_A_TEACHER = 5;
  private static final int WARM_UP = 30;
  private static final int TIMES = 100;
  private static final int EXPORTS = 10;

  private final String address;
  private final List<String> classes;
  private final HttpClient admin = browser();
  private final HttpClient teacher = browser();
  private Random random = new Random(1);

  private TimePages(String address, List<String> classes) {
    this.address = address;
    this.classes = classes;
  }

  /**
   * Times them.
   *
   * @param args how many classes, if not 80
   * @throws IOException if a file cannot be written or a page not be asked for
   * @throws SQLException if the database cannot be filled
   * @throws InterruptedException if somebody stops it
   */
  public static void main(String[] args) throws IOException, SQLException, InterruptedException {
    int classes = args.length > 0 ? Integer.parseInt(args[0]) : CLASSES;
    Path folder = Files.createTempDirectory("rollcall-year");
    try {
      Home home = Home.of(folder);
      Files.createDirectories(home.settingsFile().getParent());
      Files.writeString(home.settingsFile(), "web: {port: %d}%n".formatted(freePort()));
      MadeYear.fill(home, classes);
      addUsers(home, MadeYear.classNames(classes));
      Clock clock = Clock.systemUTC();
      try (JobQueue jobs = new JobQueue(home, clock, new ProgressBoard(clock));
          PageServer server =
              PageServer.open(
                  home,
                  SettingsFile.read(home),
                  clock,
                  new Service(List::of, Optional::empty, jobs))) {
        new TimePages(server.address(), MadeYear.classNames(classes)).time();
      }
    } finally {
      delete(folder);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return free.getLocalPort();
    }
  }

  private static void addUsers(Home home, List<String> classes) {
    Set<String> own =
        Set.copyOf(classes.subList(0, Math.min(CLASSES_OF_A_TEACHER, classes.size())));
    try (Store store = HomeStore.open(home, SettingsFile.read(home))) {
      store.accounts().add(new Account("head", Role.ADMIN, Set.of(), false), TestPassword.HASH);
      store.accounts().add(new Account("birch", Role.TEACHER, own, false), TestPassword.HASH);
    }
  }

  private static HttpClient browser() {
    return HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
  }

  private void time() throws IOException, InterruptedException {
    logIn(admin, "head");
    logIn(teacher, "birch");
    MarkdownTable.begin(
        "Pages with %d classes, a year of lessons".formatted(classes.size()),
        "page",
        "fastest, ms",
        "median, ms",
        "95th percentile, ms",
        "kB");
    row("classes of a teacher", teacher, TIMES, () -> "/");
    row("all classes, for an admin", admin, TIMES, () -> "/");
    row("class, whole year", admin, TIMES, this::aClass);
    row("class, one month", admin, TIMES, () -> aClass() + "?from=2026-01-01&to=2026-01-31");
    row("class, calendar", admin, TIMES, () -> aClass() + "?view=calendar");
    row("student, whole year", admin, TIMES, this::aStudent);
    row("lesson", admin, TIMES, this::aLesson);
    row("picture of a lesson", admin, TIMES, this::aPicture);
    row("register of a year, csv", admin, EXPORTS, () -> aClass() + "/register.csv");
    row("register of a year, xlsx", admin, EXPORTS, () -> aClass() + "/register.xlsx");
    row("register of a year, ods", admin, EXPORTS, () -> aClass() + "/register.ods");
  }

  private String className() {
    return classes.get(random.nextInt(classes.size()));
  }

  private String aClass() {
    return "/classes/" + className();
  }

  private String aStudent() {
    String className = className();
    int number = random.nextInt(MadeYear.STUDENTS);
    return "/classes/" + className + "/students/" + MadeYear.student(className, number);
  }

  private String aLesson() {
    String className = className();
    List<LessonKey> lessons = MadeYear.lessons(className);
    LessonKey lesson = lessons.get(random.nextInt(lessons.size()));
    return "/classes/" + className + "/lessons/" + lesson.dayAndTime();
  }

  private String aPicture() {
    String lesson = aLesson();
    String className = lesson.split("/", -1)[2];
    int number = random.nextInt(MadeYear.STUDENTS);
    return lesson + "/students/" + MadeYear.student(className, number) + "/evidence.jpg";
  }

  private void row(String name, HttpClient browser, int times, Supplier<String> path)
      throws IOException, InterruptedException {
    random = new Random(1);
    int warmUp = Math.min(WARM_UP, times);
    long bytes = 0;
    double[] millis = new double[times];
    for (int i = -warmUp; i < times; i++) {
      String asked = path.get();
      long start = System.nanoTime();
      bytes = get(browser, asked);
      if (i >= 0) {
        millis[i] = (System.nanoTime() - start) / 1e6;
      }
    }
    Arrays.sort(millis);
    MarkdownTable.row(name, millis[0], millis[times / 2], millis[times * 95 / 100], bytes / 1000);
  }

  private long get(HttpClient browser, String path) throws IOException, InterruptedException {
    HttpResponse<byte[]> answer =
        browser.send(
            HttpRequest.newBuilder(URI.create(address + path)).build(), BodyHandlers.ofByteArray());
    if (answer.statusCode() != 200) {
      throw new IllegalStateException(path + " answers with status " + answer.statusCode());
    }
    return answer.body().length;
  }

  private void logIn(HttpClient browser, String name) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address + "/login"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(
                BodyPublishers.ofString(
                    "name=" + name + "&password=" + TestPassword.TEXT.replace(' ', '+')))
            .build();
    if (browser.send(request, BodyHandlers.discarding()).statusCode() != 303) {
      throw new IllegalStateException("Nobody could log in as " + name);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
