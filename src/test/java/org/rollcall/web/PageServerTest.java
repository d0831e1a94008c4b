package org.rollcall.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.model.LessonKey;
import org.rollcall.model.Message;
import org.rollcall.night.Alarm;
import org.rollcall.school.Home;
import org.rollcall.settings.Settings;
import org.rollcall.settings.SettingsFile;
import org.rollcall.store.Store;
import org.rollcall.store.ledger.Owner;
import org.rollcall.store.ledger.Recording.RecordingState;
import org.rollcall.testing.Waiting;
import org.rollcall.testing.WholeRecording;
import org.rollcall.worker.Service;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PageServerTest {
  @TempDir Path folder;

  private final List<Alarm> alarms = new ArrayList<>();
  private final HttpClient client = HttpClient.newHttpClient();
  private Home home;
  private int port;

  @BeforeEach
  void prepare() throws IOException {
    home = Home.of(folder);
    Files.createDirectories(home.footage());
    port = TestSite.freePort();
  }

  private PageServer open() throws IOException {
    return open(() -> List.copyOf(alarms));
  }

  private PageServer open(Supplier<List<Alarm>> told) throws IOException {
    return PageServer.open(home, settings("127.0.0.1"), Clock.systemUTC(), service(told));
  }

  private Service service(Supplier<List<Alarm>> told) {
    return new Service(told, Optional::empty, TestSite.jobs(home));
  }

  private Settings settings(String address) throws IOException {
    Files.createDirectories(home.config());
    Files.writeString(
        home.settingsFile(), "web: {port: %d, address: '%s'}\n".formatted(port, address));
    return SettingsFile.read(home);
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    URI uri = URI.create("http://127.0.0.1:" + port + path);
    return client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
  }

  private JsonNode health() throws IOException, InterruptedException {
    return JsonMapper.builder().build().readTree(get("/health").body());
  }

  @Test
  void health_nothingWrong_isWell() throws IOException, InterruptedException {
    try (PageServer page = open()) {
      assertThat(page.address()).isEqualTo("http://127.0.0.1:" + port);
      assertThat(get("/health").statusCode()).isEqualTo(200);
      assertThat(get("/health").headers().firstValue("Content-Type")).contains("application/json");
      assertThat(health().get("status").asString()).isEqualTo("well");
      assertThat(health().get("reasons")).isEmpty();
    }
    assertThat(home.database()).doesNotExist();
  }

  @Test
  void health_failedRecordingsAndWaitingSheets_needAttention()
      throws IOException, InterruptedException {
    Files.createDirectories(home.results());
    try (Store store = Store.open(home.database())) {
      store.ledger().add("a".repeat(64), "footage/7A/a.mp4");
      store.ledger().refuse("a".repeat(64), RecordingState.FAILED, Message.english("Damaged."));
      LessonKey lesson = new LessonKey("7A", LocalDate.of(2026, 11, 16), LocalTime.of(9, 0));
      store.lessons().saveCorrections(lesson, Map.of(), "birch");
      store.pendingSheets().add(lesson, Message.english("The secret sheet is open."));
    }
    try (PageServer page = open()) {
      assertThat(page.address()).endsWith(String.valueOf(port));
      assertThat(get("/health").statusCode()).isEqualTo(200);
      assertThat(health().get("status").asString()).isEqualTo("attention");
      assertThat(health().get("notices").get(0).asString()).startsWith("1 recording has failed");
      assertThat(health().get("notices").get(1).asString()).startsWith("1 sheet has been waiting");
      assertThat(get("/health").body()).doesNotContain("7A", "secret");
      assertThat(get("/metrics").body()).contains("rollcall_sheets_waiting 1.0");
    }
  }

  @Test
  void health_waitingRecordingWasRemoved_doesNotWait() throws IOException, InterruptedException {
    Files.createDirectories(home.results());
    LessonKey lesson = new LessonKey("7A", LocalDate.of(2026, 11, 16), LocalTime.of(9, 0));
    try (Store store = Store.open(home.database())) {
      store.ledger().add("a".repeat(64), "footage/7A/a.mp4");
      store.ledger().enter(List.of(WholeRecording.of(lesson, "a".repeat(64), "footage/7A/a.mp4")));
    }
    try (PageServer page = open()) {
      assertThat(page.address()).endsWith(String.valueOf(port));
      assertThat(health().get("recordings").has("waiting")).isFalse();
      assertThat(health().get("recordings").get("removed").asInt()).isEqualTo(1);
    }
  }

  /** A recording of a class is the last thing that should lie about. */
  @Test
  void open_uploadsOfKilledProcesses_areCleared() throws Exception {
    String here = Owner.self().host() + "@";
    Path left = home.work().resolve(here + "2147483647@1@" + UUID.randomUUID());
    Path former = home.work().resolve("uploads");
    Path own = home.work().resolve(Owner.self().toString().replace("/", "@") + "@x");
    for (Path folder : List.of(left, former, own)) {
      Files.createDirectories(folder);
      Files.writeString(folder.resolve("MultiPart1"), "half a recording");
    }
    try (PageServer page = open()) {
      assertThat(page.address()).endsWith(String.valueOf(port));
      Waiting.until(() -> Files.exists(left) || Files.exists(former), there -> !there);
    }
    assertThat(own.resolve("MultiPart1")).exists();
  }

  @Test
  void health_alarm_isUnavailableWithTheReason() throws IOException, InterruptedException {
    alarms.add(
        new Alarm(
            Alarm.AlarmKind.MISSED_NIGHT,
            Message.english("The run of the night has not come to its end.")));
    try (PageServer page = open()) {
      assertThat(get("/health").statusCode()).isEqualTo(503);
      assertThat(health().get("status").asString()).isEqualTo("trouble");
      assertThat(health().get("reasons").get(0).asString()).contains("has not come to its end");
      assertThat(get("/metrics").body()).contains("rollcall_alarms 1.0");
      assertThat(page.address()).endsWith(String.valueOf(port));
    }
  }

  @Test
  void health_databaseIsNone_isUnavailableWithOneReason() throws IOException, InterruptedException {
    Files.createDirectories(home.database().getParent());
    Files.writeString(home.database(), "this is no database, whatever its name may say".repeat(99));
    alarms.add(Alarm.unchecked(Message.english("the database")));
    try (PageServer page = open()) {
      assertThat(get("/health").statusCode()).isEqualTo(503);
      assertThat(health().get("reasons")).hasSize(1);
      assertThat(health().get("reasons").get(0).asString())
          .startsWith("The database cannot be used.");
      assertThat(get("/health").body()).doesNotContain(folder.toString(), "version");
      assertThat(get("/metrics").body()).contains("rollcall_database_up 0.0");
      assertThat(page.address()).isNotEmpty();
    }
  }

  @Test
  void health_checkFailsUnexpectedly_isAnErrorAndThePageLives()
      throws IOException, InterruptedException {
    Supplier<List<Alarm>> broken =
        () -> {
          throw new IllegalStateException("odd");
        };
    try (PageServer page = open(broken)) {
      assertThat(get("/health").statusCode()).isEqualTo(500);
      assertThat(get("/nothing").statusCode()).isEqualTo(404);
      assertThat(page.address()).isNotEmpty();
    }
  }

  @Test
  void metrics_database_isRead() throws IOException, InterruptedException {
    Files.createDirectories(home.footage().resolve("7A"));
    Files.createFile(home.footage().resolve("7A/2026-11-16_0900.mp4"));
    try (Store store = Store.open(home.database())) {
      store.ledger().add("a".repeat(64), "footage/7A/2026-11-16_0900.mp4");
    }
    try (PageServer page = open()) {
      HttpResponse<String> answer = get("/metrics");

      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
          .startsWith("text/plain; version=0.0.4");
      assertThat(answer.body())
          .contains("rollcall_recordings{state=\"waiting\"} 1.0")
          .contains("rollcall_free_bytes{folder=\"footage\"}")
          .doesNotContain("7A");
      assertThat(page.address()).isNotEmpty();
    }
  }

  @Test
  void open_portTaken_saysWhichAndWhatToDo() throws IOException, InterruptedException {
    try (PageServer page = open()) {
      assertThatExceptionOfType(PortUnusable.class)
          .isThrownBy(this::open)
          .withMessageContaining("port " + port)
          .withMessageContaining("in use")
          .withMessageContaining("web.port");
      assertThat(get("/health").statusCode()).isEqualTo(200);
      assertThat(page.address()).isNotEmpty();
    }
  }

  @Test
  void open_addressOfAnotherMachine_saysSo() throws Exception {
    assertThatExceptionOfType(PortUnusable.class)
        .isThrownBy(
            () ->
                PageServer.open(home, settings("192.0.2.1"), Clock.systemUTC(), service(List::of)))
        .withMessageContaining("192.0.2.1");
    assertThat(Waiting.until(PageServerTest::threadsOfPages, List::isEmpty)).isEmpty();
  }

  /** Those of servers that were closed before end a little later. */
  private static List<String> threadsOfPages() {
    return Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getName)
        .filter(name -> name.startsWith("page"))
        .toList();
  }

  @Test
  void open_uploadLeftByAKilledProcess_isDeleted() throws Exception {
    String killed = "%s@%d@1@abc".formatted(Owner.self().host(), Integer.MAX_VALUE);
    Path left = Files.createDirectories(home.work().resolve(killed));
    Files.writeString(left.resolve("recording"), "x");

    try (PageServer page = open()) {
      assertThat(Waiting.until(() -> Files.exists(left), there -> !there)).isFalse();
      assertThat(page.address()).isNotEmpty();
    }
  }

  @Test
  void close_pageIsOpen_freesThePort() throws IOException, InterruptedException {
    open().close();

    assertThatThrownBy(() -> get("/health")).isInstanceOf(ConnectException.class);
    try (PageServer again = open()) {
      assertThat(get("/health").statusCode()).isEqualTo(200);
      assertThat(again.address()).isNotEmpty();
    }
  }
}
