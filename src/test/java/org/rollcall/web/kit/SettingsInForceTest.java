package org.rollcall.web.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.school.Home;
import org.rollcall.settings.SettingsFile;
import org.rollcall.testing.SchoolFolder;

class SettingsInForceTest {
  @TempDir private Path folder;
  private SchoolFolder school;
  private SettingsInForce settings;

  @BeforeEach
  void start() {
    school = new SchoolFolder(folder);
    write("school.name: Mill School\n");
    Home home = school.home();
    settings = new SettingsInForce(home, Map.of(), SettingsFile.read(home));
  }

  private void write(String yaml) {
    school.write("config/rollcall.yaml", yaml);
  }

  @Test
  void now_fileChanged_followsAtOnce() {
    write("school.name: Mill School\nmail: {host: mail.school.example, from: a@school.example}\n");

    assertThat(settings.now().mail().isOn()).isTrue();
    assertThat(settings.start().mail().isOn()).isFalse();
    assertThat(settings.awaitingRestart()).isEmpty();
  }

  @Test
  void now_fileBecomesFaulty_keepsTheLastOnes() {
    write("school.name: Hill School, for a while\n");
    assertThat(settings.now().school().name()).isEqualTo("Hill School, for a while");

    write("nonsense: true\n");

    assertThat(settings.now().school().name()).isEqualTo("Hill School, for a while");
    assertThat(settings.awaitingRestart()).isEmpty();
  }

  @Test
  void awaitingRestart_scheduleZoneAndHolidays_areNamed() {
    write("school.zone: Asia/Tokyo\nschedule.nightly: 0 30 2 * * ?\nalarm.waiting: 9\n");
    school.write("config/holidays.csv", "from,to,name\n2099-12-24,,Eve\n");

    assertThat(settings.awaitingRestart())
        .containsExactlyInAnyOrder("school.zone", "schedule.nightly", "config/holidays.csv");
  }

  @Test
  void awaitingRestart_changedBack_isEmpty() {
    write("school.zone: Asia/Tokyo\n");
    write("school.name: Mill School\n");

    assertThat(settings.awaitingRestart()).isEmpty();
  }
}
