package org.rollcall.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.doctor.Finding.Grade;
import org.rollcall.model.LessonKey;
import org.rollcall.model.Message;
import org.rollcall.model.Reason;
import org.rollcall.model.SheetProblem;
import org.rollcall.school.Home;
import org.rollcall.settings.WorkSettings;
import org.rollcall.store.Store;
import org.rollcall.store.register.SheetEdits;
import org.rollcall.testing.EmptyDatabase;
import org.rollcall.testing.FakeClock;
import org.rollcall.testing.SchoolFolder;
import org.rollcall.testing.UsesProcesses;

class DoctorTest {
  @TempDir Path folder;

  private Home home;
  private Clock clock = Clock.systemUTC();
  private Map<String, String> environment = Map.of();

  @BeforeEach
  void prepare() throws IOException {
    SchoolFolder school = new SchoolFolder(folder);
    school.folder("footage");
    home = school.withClass("7A", "S1,Ada Birch", "S2,Ben Alder");
    write("config/rollcall.yaml", "school.zone: Europe/Zurich\nalarm.freeSpace: 0\nweb.port: 0\n");
  }

  private void write(String file, String text) {
    new SchoolFolder(folder).write(file, text);
  }

  private List<Finding> examine() {
    return new Doctor(home, environment, clock).examine();
  }

  private Finding finding(String thing) {
    return examine().stream()
        .filter(finding -> finding.thing().equals(thing))
        .min((one, other) -> other.grade().compareTo(one.grade()))
        .orElseThrow();
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.toList();
    }
  }

  @Test
  void examine_allInOrder_findsNothingBadAndChangesNothing() throws IOException {
    Store.open(EmptyDatabase.at(home.database())).close();
    write("attendance/7A/sheet.txt", "a sheet");
    List<Path> before = files();

    assertThat(examine()).noneMatch(finding -> finding.grade() == Grade.BAD);
    assertThat(files()).containsExactlyInAnyOrderElementsOf(before);
    assertThat(finding("class 7A").found()).isEqualTo("2 students");
    assertThat(examine())
        .extracting(Finding::found)
        .anyMatch(found -> found.startsWith("whole, tables of version"));
  }

  @Test
  void examine_settingsAreWrong_saysSoAndLooksAtTheRest() throws IOException {
    write("config/rollcall.yaml", "nonsense: 1\n");

    assertThat(finding("settings").grade()).isEqualTo(Grade.BAD);
    assertThat(finding("class 7A").grade()).isEqualTo(Grade.OK);
  }

  @Test
  void examine_filesOfTheSchoolAreWrong_namesEach() throws IOException {
    write("config/timetable.csv", "nonsense\n");
    write("config/holidays.csv", "nonsense\n");
    write("config/classes/8B/roster.csv", "nonsense\n");

    assertThat(List.of("timetable", "holidays", "class 8B"))
        .allSatisfy(thing -> assertThat(finding(thing).grade()).isEqualTo(Grade.BAD));
  }

  @Test
  void examine_foldersThatNoClassCanBe_areBad() throws IOException {
    write("config/classes/C#/roster.csv", "id,name\n");
    write("footage/7A & 7B/a.mp4", "video");
    write("footage/@eaDir/a.mp4", "video");

    assertThat(finding("config/classes/C#").found()).contains("'#' cannot be part", "'C'");
    assertThat(finding("footage/7A & 7B").grade()).isEqualTo(Grade.BAD);
    assertThat(examine()).noneMatch(finding -> finding.thing().contains("@eaDir"));
  }

  @Test
  void examine_sheetsThatNeedAPerson_areNoted() {
    LessonKey nine = new LessonKey("7A", LocalDate.of(2026, 11, 16), LocalTime.of(9, 0));
    LessonKey ten = new LessonKey("7A", LocalDate.of(2026, 11, 16), LocalTime.of(10, 0));
    try (Store store = Store.open(home.database())) {
      assertThat(finding("sheets").grade()).isEqualTo(Grade.OK);
      SheetProblem problem =
          new SheetProblem("'Register'!K9", "ill", Message.of(Reason.TYPED_NOT_A_MARK));
      store
          .sheetStates()
          .saveCopy(
              nine, Instant.EPOCH, new SheetEdits("x", List.of(), List.of(), List.of(problem)));
      store.lessons().saveCorrections(ten, Map.of(), "birch");
      store.pendingSheets().add(ten, Message.english("It is open."));
    }

    assertThat(examine())
        .filteredOn(finding -> finding.thing().equals("sheets"))
        .containsExactly(
            Finding.note(
                "sheets", "the sheet of 7A_2026-11-16_1000 is not up to date", "It is open."),
            Finding.note(
                "sheets",
                "not everything typed into the sheet of 7A_2026-11-16_0900 could be taken",
                "See 'rollcall status' or the page of the lesson."));
  }

  @Test
  void examine_noFootageFolder_isBad() throws IOException {
    Files.delete(home.footage());

    assertThat(finding("footage/"))
        .isEqualTo(
            Finding.bad(
                "footage/",
                "does not exist",
                "Create the folder, or mount the share that belongs there."));
  }

  @Test
  void examine_folderIsAFile_isBad() throws IOException {
    write("attendance", "no folder");

    assertThat(finding("attendance/").grade()).isEqualTo(Grade.BAD);
  }

  @Test
  void examine_littleSpace_isBad() throws IOException {
    write("config/rollcall.yaml", "alarm.freeSpace: 100000\n");
    Files.createDirectories(folder.resolve("output"));

    assertThat(finding("output/").found()).contains("GB free, less than the 100000 GB");
  }

  @Test
  void examine_databaseIsNone_isBad() throws IOException {
    write("output/rollcall.db", "this is no database at all, whatever it is called".repeat(99));

    assertThat(finding("database").grade()).isEqualTo(Grade.BAD);
    assertThat(finding("database").found()).contains("Cannot use the database");
  }

  @Test
  void examine_databaseHasAHole_isBad() throws IOException {
    try (Store store = Store.open(home.database())) {
      for (int i = 0; i < 200; i++) {
        store.ledger().add("%064d".formatted(i), "footage/7A/%d.mp4".formatted(i));
      }
    }
    byte[] content = Files.readAllBytes(home.database());
    for (int at = content.length / 2; at < content.length; at++) {
      content[at] = 7;
    }
    Files.write(home.database(), content);

    assertThat(finding("database").grade()).isEqualTo(Grade.BAD);
  }

  @Test
  void examine_modelPackDamaged_saysHowToInstallIt() throws IOException {
    write("config/models/mtcnn/pack.json", "{}");

    assertThat(examine())
        .anySatisfy(
            finding -> {
              assertThat(finding.grade()).isEqualTo(Grade.BAD);
              assertThat(finding.advice()).contains("models install mtcnn");
            });
  }

  @Test
  void examine_modelPackOfTheSettingsIsMissing_saysHowToInstallIt() throws IOException {
    write("config/rollcall.yaml", "detection.pack: mtcnn\n");

    assertThat(finding("model pack mtcnn"))
        .isEqualTo(
            Finding.bad(
                "model pack mtcnn",
                "set, but not installed",
                "Install it with 'rollcall models install mtcnn'."));
  }

  @Test
  void examine_clockOfThePast_isBad() {
    clock = new FakeClock(Instant.parse("1970-01-01T00:10:00Z"));

    assertThat(finding("clock").grade()).isEqualTo(Grade.BAD);
  }

  @Test
  void examine_clockOfTheDriveDiffers_isBad() throws IOException {
    Files.createDirectories(folder.resolve("output"));
    clock = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(-5));

    assertThat(finding("clock of output/").found()).contains("differs by");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void examine_facesAndPasswordsThatEverybodyCanRead_areBad() throws IOException {
    Store.open(home.database()).close();
    write("config/classes/7A/roster.csv", "id,name\nS1,Ada\n");
    write("config/rollcall.yaml", "web: {keyStorePasswordFile: config/password}\n");
    write("config/password", "changeit\n");
    for (String part : List.of("", "config", "config/classes", "output")) {
      Files.setPosixFilePermissions(
          folder.resolve(part), PosixFilePermissions.fromString("rwxr-xr-x"));
    }
    Files.setPosixFilePermissions(
        folder.resolve("config/password"), PosixFilePermissions.fromString("rw-r--r--"));

    assertThat(examine())
        .filteredOn(finding -> finding.thing().equals("privacy"))
        .allMatch(finding -> finding.grade() == Grade.BAD)
        .extracting(Finding::found)
        .anyMatch(found -> found.contains("can read footage, "))
        .anyMatch(found -> found.contains("can read config/classes, "))
        .anyMatch(found -> found.contains("can read config/password, "))
        .noneMatch(found -> found.contains("rollcall.db"));
  }

  @Test
  void examine_portTaken_isANote() throws IOException {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      write("config/rollcall.yaml", "web.port: %d\n".formatted(other.getLocalPort()));

      assertThat(finding("page").grade()).isEqualTo(Grade.NOTE);
      assertThat(finding("page").found()).contains("port " + other.getLocalPort());
    }
  }

  @Test
  void examine_pagesForOthersWithoutEncryption_areNoted() throws IOException {
    write("config/rollcall.yaml", "web.address: 0.0.0.0\n");
    assertThat(finding("encryption").grade()).isEqualTo(Grade.NOTE);

    write(
        "config/rollcall.yaml",
        "web: {address: 0.0.0.0, publicAddress: 'https://rollcall.school.example'}\n");
    assertThat(finding("encryption").grade()).isEqualTo(Grade.OK);
  }

  @Test
  @UsesProcesses
  void examine_keyStore_isGoodSoonOutOrExpired() throws Exception {
    write("config/rollcall.yaml", "web: {keyStore: web.p12, keyStorePasswordFile: password}\n");
    assertThat(finding("encryption").found()).contains("there is no such file");

    write("password", "changeit");
    makeKeyStore(folder.resolve("web.p12"));
    assertThat(finding("encryption").grade()).isEqualTo(Grade.OK);
    clock = Clock.offset(Clock.systemUTC(), Duration.ofDays(25));
    assertThat(finding("encryption").grade()).isEqualTo(Grade.NOTE);
    clock = Clock.offset(Clock.systemUTC(), Duration.ofDays(31));
    assertThat(finding("encryption"))
        .returns(Grade.BAD, Finding::grade)
        .satisfies(finding -> assertThat(finding.found()).contains("expired on"));
  }

  /** The password of a systemd unit or a container. */
  @Test
  @UsesProcesses
  void examine_passwordInTheEnvironment_opensTheKeyStore() throws Exception {
    write("config/rollcall.yaml", "web: {keyStore: web.p12}\n");
    makeKeyStore(folder.resolve("web.p12"));
    environment = Map.of("ROLLCALL_WEB_KEYSTORE_PASSWORD", "changeit");

    assertThat(finding("encryption").grade()).isEqualTo(Grade.OK);
  }

  private static void makeKeyStore(Path file) throws Exception {
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keyalg",
                "EC",
                "-validity",
                "30",
                "-dname",
                "CN=rollcall.school.example",
                "-storetype",
                "PKCS12",
                "-keystore",
                file.toString(),
                "-storepass",
                "changeit")
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(keytool.waitFor()).isZero();
  }

  @Test
  void examine_checkBreaks_isAFindingToo() {
    Doctor doctor =
        new Doctor(home, environment, clock)
            .with(
                "the moon",
                () -> {
                  throw new IllegalStateException("away");
                });

    assertThat(doctor.examine())
        .last()
        .satisfies(last -> assertThat(last.thing()).isEqualTo("the moon"))
        .satisfies(last -> assertThat(last.found()).contains("away"));
  }

  @Test
  void machine_small_isBad() throws IOException {
    assertThat(machine(500_000, 400_000, "sse4_2 avx2"))
        .anySatisfy(
            finding -> {
              assertThat(finding.thing()).isEqualTo("memory");
              assertThat(finding.grade()).isEqualTo(Grade.BAD);
            });
  }

  @Test
  void machine_busyOrOld_isNoted() throws IOException {
    assertThat(machine(64_000_000, 400_000, "sse4_2 avx"))
        .filteredOn(finding -> finding.grade() == Grade.NOTE)
        .extracting(Finding::thing)
        .containsExactly("processors", "memory");
  }

  @Test
  void machine_ofAnotherSystem_isUnknown() {
    assertThat(new MachineCheck(WorkSettings.DEFAULT, folder).run())
        .contains(Finding.note("memory", "unknown on this system", ""));
  }

  private List<Finding> machine(long total, long available, String flags) throws IOException {
    write("proc/meminfo", "MemTotal: %d kB\nMemAvailable: %d kB\n".formatted(total, available));
    write("proc/cpuinfo", "flags\t\t: fpu %s\n".formatted(flags));
    return new MachineCheck(WorkSettings.DEFAULT, folder).run();
  }

  @Test
  void bad_withoutAdvice_isRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> Finding.bad("clock", "wrong", " "));
  }

  @Test
  void json_findings_haveAllParts() {
    assertThat(FindingsJson.write(List.of(Finding.bad("clock", "wrong", "Set it."))))
        .contains(
            "\"thing\" : \"clock\"",
            "\"grade\" : \"bad\"",
            "\"found\" : \"wrong\"",
            "\"advice\" : \"Set it.\"");
  }
}
