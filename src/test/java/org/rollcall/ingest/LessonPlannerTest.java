package org.rollcall.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollcall.inbox.InboxSettings;
import org.rollcall.inbox.RecordingNames;
import org.rollcall.inbox.name.NameWords;
import org.rollcall.inbox.name.NamedTime;
import org.rollcall.inbox.name.RecordingName;
import org.rollcall.model.Inspection;
import org.rollcall.model.LessonKey;
import org.rollcall.model.RecordingPart;
import org.rollcall.model.TemporaryFailure;
import org.rollcall.model.Window;
import org.rollcall.school.Home;
import org.rollcall.settings.SettingsFile;
import org.rollcall.testing.FakeClock;
import org.rollcall.testing.SchoolFolder;

class LessonPlannerTest {
  private static final LocalDate MONDAY = LocalDate.of(2026, 11, 16);
  private static final ZoneId ZURICH = ZoneId.of("Europe/Zurich");

  /** Monday: 7A twice in a row, 8B after a break in the same room; the gym is shared. */
  private static final String WEEK =
      """
      class,weekday,start,end,room
      7A,Monday,09:00,09:45,Room 12
      7A,Monday,09:45,10:30,Room 12
      8B,Monday,10:50,12:00,Room 12
      7A,Monday,14:00,15:30,Gym
      8B,Monday,14:30,15:30,Gym
      9C,Monday,13:00,14:00,Lab
      9C,Monday,13:30,15:00,Lab
      9C,Monday,23:00,23:50,Lab
      9C,Tuesday,00:05,01:00,Lab
      7A,Tuesday,08:00,08:08,Room 12
      """;

  private static final String SUNDAY =
      """
      class,weekday,start,end
      9C,Sunday,01:00,01:45
      9C,Sunday,03:15,04:00
      """;

  @TempDir private Path root;
  private final List<RecordingPart> neighbours = new ArrayList<>();
  private Home home;

  @BeforeEach
  void open() {
    home = Home.of(root);
    write("config/timetable.csv", WEEK);
    write("config/rollcall.yaml", "school.zone: Europe/Zurich\n");
    for (String name : List.of("7A", "8B", "9C")) {
      write("config/classes/%s/roster.csv".formatted(name), "");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "09:00, 45, 0900",
    "08:30, 76, 0900",
    "08:50, 59, 0900", // 4 minutes of the second
    "09:05, 20, 0900",
    "09:42, 40, 0945", // 3 minutes of the first
    "08:45, 10, 0900", // none of any, but the first is about to begin
    "09:00, 4, 0900",
    "09:29, 2, 0900",
    "09:30, 2, 0945", // of the second, more is still to come
    "08:44, 10, 0844", // of no lesson of the timetable
    "10:30, 30, 1030",
    "17:00, 45, 1700",
  })
  void plan_oneLesson_isItsWholeRecording(LocalTime begin, int minutes, String key) {
    List<RecordingPart> plan = plan(ofClass("7A"), MONDAY.atTime(begin), minutes);

    assertThat(plan).hasSize(1);
    RecordingPart only = plan.get(0);
    assertThat(only.lesson()).hasToString("7A_2026-11-16_" + key);
    assertThat(only.window()).isEqualTo(Window.ALL);
    assertThat(only.recording().remarks()).isEmpty();
  }

  @Test
  void plan_severalLessons_isCutInTheMiddleOfTheGaps() {
    List<RecordingPart> plan = plan(ofRoom("room 12"), MONDAY.atTime(8, 50), 200);

    assertThat(plan)
        .extracting(RecordingPart::lesson)
        .hasToString("[7A_2026-11-16_0900, 7A_2026-11-16_0945, 8B_2026-11-16_1050]");
    assertThat(plan)
        .extracting(RecordingPart::window)
        .containsExactly(
            new Window(Duration.ZERO, Optional.of(Duration.ofMinutes(55))),
            new Window(Duration.ofMinutes(55), Optional.of(Duration.ofMinutes(110))),
            new Window(Duration.ofMinutes(110), Optional.empty()));
  }

  @ParameterizedTest
  @CsvSource({"49, 1", "50, 2"})
  void plan_fiveMinutesOfAnotherLesson_makeItOneOfTwo(int minutes, int lessons) {
    assertThat(plan(ofClass("7A"), MONDAY.atTime(9, 0), minutes)).hasSize(lessons);
  }

  @ParameterizedTest
  @CsvSource({"08:04:00, 0800", "08:04:01, 0800", "07:44:00, 0744"})
  void plan_recordingOfAShortLesson_isOfItWhileItRuns(LocalTime begin, String key) {
    List<RecordingPart> plan = plan(ofClass("7A"), MONDAY.plusDays(1).atTime(begin), 10);

    assertThat(plan).extracting(RecordingPart::lesson).hasToString(keys("7A", 17, key));
  }

  @ParameterizedTest
  @CsvSource({"63, 1", "64, 2"})
  void plan_halfOfAShortLesson_makesItOneOfTwo(int minutes, int lessons) {
    write(
        "config/timetable.csv",
        "class,weekday,start,end\n7A,Mon,08:00,09:00\n7A,Mon,09:00,09:08\n");

    assertThat(plan(ofClass("7A"), MONDAY.atTime(8, 0), minutes)).hasSize(lessons);
  }

  @Test
  void plan_unknownLength_isTheLessonAtTheBegin() {
    List<RecordingPart> plan =
        planner()
            .plan(recording(named(ofClass("7A"), MONDAY.atTime(8, 50))), timing(Optional.empty()));

    assertThat(plan).extracting(RecordingPart::lesson).hasToString(keys("7A", 16, "0900"));
    assertThat(plan.get(0).window().to()).isEmpty();
  }

  @Test
  void plan_chunksAndCameras_meetInOneLesson() {
    LessonKey key = new LessonKey("7A", MONDAY, LocalTime.of(9, 0));

    assertThat(plan(ofClass("7a"), MONDAY.atTime(8, 58), 15).get(0).lesson()).isEqualTo(key);
    assertThat(plan(ofRoom("ROOM 12"), MONDAY.atTime(9, 13), 15).get(0).lesson()).isEqualTo(key);
    assertThat(plan(ofPlace("Room 12"), MONDAY.atTime(9, 20), 20).get(0).lesson()).isEqualTo(key);
  }

  @Test
  void plan_whatIsKnownOfTheRecording_isPassedOn() {
    RecordingName name =
        new RecordingName(
            Optional.of("7A"),
            Optional.empty(),
            NameWords.NONE,
            Optional.of(NamedTime.local(MONDAY.atTime(9, 0))),
            Optional.empty(),
            Optional.of("back"),
            OptionalInt.of(2));

    Inspection recording =
        planner().plan(recording(name), timing(Optional.empty())).get(0).recording();

    assertThat(recording.sha256()).isEqualTo("a");
    assertThat(recording.file()).isEqualTo("footage/a.mp4");
    assertThat(recording.start()).contains(MONDAY.atTime(9, 0).atZone(ZURICH));
    assertThat(recording.camera()).contains("back");
    assertThat(recording.chunk()).hasValue(2);
  }

  @Test
  void plan_nameSaysNothing_remarksAndFindsTheLesson() {
    Timing timing =
        new Timing(
            Optional.of(Duration.ofMinutes(45)),
            Optional.empty(),
            MONDAY.atTime(9, 46).atZone(ZURICH).toInstant());

    List<RecordingPart> plan = planner().plan(recording(ofPlace("7A")), timing);

    assertThat(plan.get(0).recording().start()).contains(MONDAY.atTime(9, 1).atZone(ZURICH));
    assertThat(plan).extracting(RecordingPart::lesson).hasToString(keys("7A", 16, "0900"));
    assertThat(plan.get(0).recording().remarks())
        .singleElement()
        .asString()
        .contains("the file's modification time");
  }

  @ParameterizedTest
  @CsvSource({
    "12:50, 60, 1300, '13:00–14:00, not 13:30–15:00'", // 50 minutes, and 20
    "13:30, 60, 1330, '13:30–15:00, not 13:00–14:00'",
    "13:00, 75, 1300, '13:00–14:00, not 13:30–15:00'",
  })
  void plan_lessonsOfAClassOverlap_takesTheOneThatIsShownMost(
      LocalTime begin, int minutes, String key, String remark) {
    List<RecordingPart> plan = plan(ofClass("9C"), MONDAY.atTime(begin), minutes);

    assertThat(plan).extracting(RecordingPart::lesson).hasToString(keys("9C", 16, key));
    assertThat(plan.get(0).recording().remarks()).singleElement().asString().contains(remark);
  }

  @Test
  void plan_sameLessonTwiceInTheTimetable_isOne() {
    write(
        "config/timetable.csv",
        "class,weekday,start,end,room\n7A,Mon,09:00,09:45,A\n7A,Mon,09:00,09:45,B\n");

    assertThat(plan(ofClass("7A"), MONDAY.atTime(9, 0), 45).get(0).recording().remarks()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"14:00, 90", "14:40, 3", "14:25, 60"})
  void plan_twoClassesInOneRoom_isTemporary(LocalTime begin, int minutes) {
    assertThatExceptionOfType(TemporaryFailure.class)
        .isThrownBy(() -> plan(ofRoom("Gym"), MONDAY.atTime(begin), minutes))
        .withMessageContainingAll("7A", "8B", "'Gym'", "Correct the timetable");
  }

  @Test
  void plan_roomBeforeTheSecondClassComes_isTheFirst() {
    assertThat(plan(ofRoom("Gym"), MONDAY.atTime(13, 50), 40))
        .extracting(RecordingPart::lesson)
        .hasToString(keys("7A", 16, "1400"));
  }

  @Test
  void plan_knownClassInASharedRoom_isNoQuestion() {
    assertThat(plan(ofClass("8B"), MONDAY.atTime(14, 30), 60))
        .extracting(RecordingPart::lesson)
        .hasToString(keys("8B", 16, "1430"));
  }

  @ParameterizedTest
  @CsvSource({"Room 12, 17:00", "Room 99, 09:00", "holidays, 09:00"})
  void plan_noLessonInTheRoomThen_isTemporary(String place, LocalTime begin) {
    assertThatExceptionOfType(TemporaryFailure.class)
        .isThrownBy(() -> plan(ofPlace(place), MONDAY.atTime(begin), 45))
        .withMessageContainingAll(place, "2026-11-16T" + begin, "Add the lesson");
  }

  @Test
  void plan_nameOfARecorder_isTheLessonInItsRoomAtTheFirstTime() {
    write(
        "config/timetable.csv",
        "class,weekday,start,end,room\n7A,Mon,9:00,9:45,R1\n8B,Mon,9:50,10:35,R1\n");

    List<RecordingPart> plan =
        plan("R1/NVR_ch1_main_20261116090000_20261116094500.mp4", Optional.empty());

    assertThat(plan).extracting(RecordingPart::lesson).hasToString(keys("7A", 16, "0900"));
    assertThat(plan.get(0).recording().length()).contains(Duration.ofMinutes(45));
    assertThat(plan.get(0).recording().camera()).contains("NVR_ch1_main");
  }

  @Test
  void plan_endInTheNameDisagrees_isRemarked() {
    List<RecordingPart> plan =
        plan("7A/2026-11-16_0900-0945.mp4", Optional.of(Duration.ofMinutes(20)));

    assertThat(plan.get(0).recording().length()).contains(Duration.ofMinutes(20));
    assertThat(plan.get(0).recording().remarks())
        .singleElement()
        .asString()
        .contains("20:00 min", "45:00 min");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "7A/20261116_170000.mp4",
        "７Ａ/2026-11-16_1700.mp4",
        "7А/2026-11-16_1700.mp4", // Cyrillic
        "7a/VID_20261116_170000.mp4",
        "2026-11-16/7A/1700.mp4"
      })
  void plan_nameOfAKnownClass_isOfThatClass(String path) {
    assertThat(plan(path, Optional.empty()))
        .extracting(RecordingPart::lesson)
        .hasToString(keys("7A", 16, "1700"));
  }

  @Test
  void plan_accentsComposedDifferently_isTheClassAsItsFolderSpellsIt() {
    write("config/classes/6\u00e8me/roster.csv", "");

    assertThat(plan("6e\u0300me/2026-11-16_1700.mp4", Optional.empty()).get(0).lesson().className())
        .isEqualTo("6\u00e8me");
  }

  @Test
  void plan_folderThatNoClassCanBe_saysWhy() {
    assertThatExceptionOfType(TemporaryFailure.class)
        .isThrownBy(() -> plan("Maths (Set 1)/2026-11-16_0900.mp4", Optional.empty()))
        .withMessageContainingAll("'(' ')' cannot be part of a class name", "'Maths Set 1'");
  }

  @Test
  void plan_twoClassesInTheName_isAskedAbout() {
    assertThatExceptionOfType(TemporaryFailure.class)
        .isThrownBy(() -> plan("7A/8B_2026-11-16_0900.mp4", Optional.empty()))
        .withMessageContainingAll("7A", "8B");
  }

  /** Two cameras without a timetable; the other one starts at 17:00:58 and is 45 minutes long. */
  @ParameterizedTest
  @CsvSource({
    "17:01:03, 45, 1700",
    "17:02:58, 45, 1700",
    "16:58:58, 46, 1700",
    "17:23:27, 45, 1700", // 22:31 minutes of 45
    "17:23:28, 45, 1723", // 22:30 minutes
    "17:40:00, 10, 1700", // more than half of 10 minutes
    "17:41:00, 10, 1741",
    "18:30:00, 45, 1830",
  })
  void plan_camerasAlongside_areOneLesson(LocalTime begin, int minutes, String time) {
    neighbours.addAll(plan(ofClass("7A"), MONDAY.atTime(17, 0, 58), 45));
    NamedRecording other = new NamedRecording("b", "b", named(ofClass("7A"), MONDAY.atTime(begin)));

    assertThat(planner().plan(other, timing(Optional.of(Duration.ofMinutes(minutes)))))
        .extracting(RecordingPart::lesson)
        .hasToString(keys("7A", 16, time));
  }

  @Test
  void plan_overMidnight_countsTheNextDay() {
    List<RecordingPart> plan = plan(ofClass("9C"), MONDAY.atTime(22, 55), 120);

    assertThat(plan)
        .extracting(RecordingPart::lesson)
        .hasToString("[9C_2026-11-16_2300, 9C_2026-11-17_0005]");
    assertThat(plan.get(1).window().from()).isEqualTo(Duration.ofMinutes(62).plusSeconds(30));
  }

  @ParameterizedTest
  @CsvSource({"23:51, 9C_2026-11-17_0005", "23:50, 9C_2026-11-17_0005"})
  void plan_chunkJustBeforeMidnight_isOfTheLessonAfterIt(LocalTime begin, String key) {
    assertThat(plan(ofClass("9C"), MONDAY.atTime(begin), 5))
        .extracting(RecordingPart::lesson)
        .hasToString("[" + key + "]");
  }

  @Test
  void plan_clocksPutForward_countsElapsedTime() {
    write("config/timetable.csv", SUNDAY);
    LocalDate forward = LocalDate.of(2026, 3, 29);

    List<RecordingPart> plan = plan(ofClass("9C"), forward.atTime(1, 0), 120);

    assertThat(plan).hasSize(2);
    assertThat(plan.get(1).window().from()).isEqualTo(Duration.ofHours(1));
  }

  @Test
  void plan_clocksPutBack_countsElapsedTime() {
    write("config/timetable.csv", SUNDAY);
    LocalDate back = LocalDate.of(2026, 10, 25);

    List<RecordingPart> plan = plan(ofClass("9C"), back.atTime(1, 0), 240);

    assertThat(plan).hasSize(2);
    assertThat(plan.get(1).window().from()).isEqualTo(Duration.ofHours(2));
    assertThat(plan(ofClass("9C"), back.atTime(1, 0), 130)).hasSize(1);
  }

  @Test
  void plan_timetableMended_holdsAtOnce() {
    LessonPlanner planner = planner();
    NamedRecording recording = recording(named(ofRoom("Room 12"), MONDAY.atTime(17, 0)));
    Timing timing = timing(Optional.of(Duration.ofMinutes(45)));
    assertThatExceptionOfType(TemporaryFailure.class)
        .isThrownBy(() -> planner.plan(recording, timing));

    write("config/timetable.csv", WEEK + "8B,Monday,17:00,17:45,Room 12\n");

    assertThat(planner.plan(recording, timing))
        .extracting(RecordingPart::lesson)
        .hasToString(keys("8B", 16, "1700"));
  }

  private List<RecordingPart> plan(RecordingName where, LocalDateTime begin, int minutes) {
    return planner()
        .plan(recording(named(where, begin)), timing(Optional.of(Duration.ofMinutes(minutes))));
  }

  private List<RecordingPart> plan(String path, Optional<Duration> length) {
    RecordingName name = new RecordingNames(InboxSettings.DEFAULT).ofPath(path);
    return planner().plan(recording(name), timing(length));
  }

  private static NamedRecording recording(RecordingName name) {
    return new NamedRecording("a", "footage/a.mp4", name);
  }

  private LessonPlanner planner() {
    Instant now = Instant.parse("2026-11-18T01:00:00Z");
    return new LessonPlanner(
        home, SettingsFile.read(home), new FakeClock(now), (className, day) -> neighbours);
  }

  private static Timing timing(Optional<Duration> length) {
    return new Timing(length, Optional.empty(), Instant.EPOCH);
  }

  private static String keys(String className, int day, String time) {
    return "[%s_2026-11-%d_%s]".formatted(className, day, time);
  }

  private static RecordingName ofClass(String name) {
    return where(Optional.of(name), Optional.empty(), List.of());
  }

  private static RecordingName ofRoom(String name) {
    return where(Optional.empty(), Optional.of(name), List.of());
  }

  private static RecordingName ofPlace(String name) {
    return where(Optional.empty(), Optional.empty(), List.of(name));
  }

  private static RecordingName where(
      Optional<String> className, Optional<String> room, List<String> folders) {
    return new RecordingName(
        className,
        room,
        new NameWords(folders, "", ""),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        OptionalInt.empty());
  }

  private static RecordingName named(RecordingName where, LocalDateTime begin) {
    return new RecordingName(
        where.className(),
        where.room(),
        where.words(),
        Optional.of(NamedTime.local(begin)),
        Optional.empty(),
        where.camera(),
        where.part());
  }

  private void write(String name, String content) {
    new SchoolFolder(root).write(name, content);
  }
}
