package org.rollcall.web.classes;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.evaluation.Truth;
import org.rollcall.model.Status;
import org.rollcall.school.Home;
import org.rollcall.store.Store;
import org.rollcall.store.account.Account.Role;
import org.rollcall.testing.FilmedLesson;
import org.rollcall.testing.UsesNatives;
import org.rollcall.testing.Waiting;
import org.rollcall.video.FfmpegFrames;
import org.rollcall.video.Photos;
import org.rollcall.video.SamplingSettings;
import org.rollcall.web.Browser;
import org.rollcall.web.Browser.FormFile;
import org.rollcall.web.TestSite;

/** Attendance that is taken with a recording from the browser. */
@UsesNatives
class AttendancePagesTest {
  private static final String PAGE = "/classes/7A/attendance";
  private static final Map<String, String> START = Map.of("day", "2026-11-16", "start", "09:05");

  @TempDir Path folder;
  private Home home;
  private Truth truth;
  @AutoClose private TestSite site;
  private Store store;

  @BeforeEach
  void open() throws IOException {
    home = Home.of(folder);
    truth = FilmedLesson.enrol(folder, "7A");
    site = TestSite.open(home);
    site.add("birch", Role.TEACHER, "7A");
    site.add("alder", Role.VIEWER, "7A");
    store = site.store();
  }

  @Test
  void recording_ofTheClass_becomesALesson() throws Exception {
    Browser teacher = site.browserOf("birch");
    byte[] film = Files.readAllBytes(FilmedLesson.record(folder.resolve("film.mp4")));

    HttpResponse<String> sent =
        teacher.upload(PAGE, PAGE, START, recording("../../IMG 1.mov", film));

    String progress = sent.headers().firstValue("Location").orElseThrow();
    assertThat(progress).isEqualTo(PAGE + "/2026-11-16_090500_sent.mp4");
    assertThat(teacher.get(progress).body()).contains("The recording is saved");
    String lesson = awaitRedirect(teacher, progress);
    assertThat(lesson).isEqualTo("/classes/7A/lessons/2026-11-16_0905");
    long present =
        store.lessons().marks("7A").get(0).marks().values().stream()
            .filter(Status::attended)
            .count();
    assertThat(present).isGreaterThan(0);
    assertThat(teacher.get(lesson).statusCode()).isEqualTo(200);
    assertThat(home.attendance("7A").resolve("7A_2026-11-16_0905.xlsx")).exists();
    assertThat(truth.attendance()).hasSizeGreaterThan((int) present);
  }

  @Test
  void photos_ofTheClass_becomeALessonToo() throws Exception {
    Browser teacher = site.browserOf("birch");

    HttpResponse<String> sent = teacher.upload(PAGE, PAGE, START, recording("room.jpg", photo()));

    String progress = sent.headers().firstValue("Location").orElseThrow();
    assertThat(awaitRedirect(teacher, progress)).isEqualTo("/classes/7A/lessons/2026-11-16_0905");
    assertThat(store.lessons().marks("7A").get(0).marks().values())
        .contains(Status.REVIEW)
        .doesNotContain(Status.PRESENT);
    assertThat(files(home.work())).isEmpty();
  }

  /** {@return a picture of the room, as a telephone would take it} */
  private byte[] photo() throws IOException {
    SamplingSettings sampling = new SamplingSettings(Duration.ofSeconds(1));
    try (FfmpegFrames frames = FfmpegFrames.open(truth.recording(), sampling)) {
      return Photos.encode(frames.next().orElseThrow().picture(), 2000, 95).bytes();
    }
  }

  @Test
  void recording_thatIsNone_leavesNothingBehind() throws Exception {
    Browser teacher = site.browserOf("birch");

    HttpResponse<String> text =
        teacher.upload(PAGE, PAGE, START, recording("a.mp4", "no film".getBytes(UTF_8)));
    HttpResponse<String> noTime =
        teacher.upload(PAGE, PAGE, Map.of("day", "x"), recording("a.mp4", new byte[] {1}));

    assertThat(text.statusCode()).isEqualTo(422);
    assertThat(text.body()).contains("neither a photo", "nor a video");
    assertThat(noTime.statusCode()).isEqualTo(422);
    assertThat(noTime.body()).contains("The start of the recording is missing");
    assertThat(files(home.footage())).isEmpty();
    assertThat(files(home.work())).isEmpty();
  }

  @Test
  void recording_cutOff_isToldWithItsReason() throws Exception {
    Browser teacher = site.browserOf("birch");
    byte[] film = Files.readAllBytes(FilmedLesson.record(folder.resolve("film.mp4")));
    byte[] head = Arrays.copyOf(film, 2000);

    String progress =
        teacher
            .upload(PAGE, PAGE, START, recording("a.mp4", head))
            .headers()
            .firstValue("Location")
            .orElseThrow();
    String page = awaitEnd(teacher, progress);

    assertThat(page).contains("class=\"problem\"", "Make another recording");
    assertThat(files(home.footage())).hasSize(1);
    assertThat(permissions(files(home.footage()).get(0)))
        .contains(PosixFilePermission.GROUP_READ)
        .doesNotContain(PosixFilePermission.OTHERS_READ);
  }

  @Test
  void attendance_forAViewer_isNotThere() throws Exception {
    Browser viewer = site.browserOf("alder");

    assertThat(viewer.get(PAGE).statusCode()).isEqualTo(404);
    assertThat(viewer.upload("/", PAGE, START, recording("a.mp4", new byte[] {1})).statusCode())
        .isEqualTo(404);
    assertThat(viewer.get("/classes/7A").body()).doesNotContain("/attendance");
  }

  private static FormFile recording(String name, byte[] content) {
    return new FormFile("recording", name, content);
  }

  private static String awaitRedirect(Browser browser, String path) throws Exception {
    return Waiting.until(
            () -> {
              HttpResponse<String> answer = browser.get(path);
              assertThat(answer.body()).doesNotContain("class=\"problem\"");
              return answer.headers().firstValue("Location");
            },
            Optional::isPresent)
        .orElseThrow();
  }

  private static String awaitEnd(Browser browser, String path) throws Exception {
    return Waiting.until(
        () -> browser.get(path).body(), page -> !page.contains("data-open=\"true\""));
  }

  private static Set<PosixFilePermission> permissions(Path file) throws IOException {
    return Files.getPosixFilePermissions(file);
  }

  private static List<Path> files(Path path) throws IOException {
    if (!Files.isDirectory(path)) {
      return List.of();
    }
    try (var files = Files.walk(path)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }
}
