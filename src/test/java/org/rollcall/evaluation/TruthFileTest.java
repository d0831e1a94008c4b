package org.rollcall.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollcall.evaluation.Truth.TrueAttendance;
import org.rollcall.evaluation.Truth.TruePresence;
import org.rollcall.evaluation.Truth.Visit;
import org.rollcall.model.RollcallException;
import org.rollcall.model.Status;
import org.rollcall.model.Student;

class TruthFileTest {
  @TempDir Path folder;

  private Path file;
  private Truth truth;

  @BeforeEach
  void prepare() {
    file = folder.resolve("truth.json");
    Duration length = Duration.ofSeconds(60);
    Visit late = new Visit(Duration.ofMillis(20_100), length, 57);
    Visit early = new Visit(Duration.ZERO, Duration.ofMillis(39_900), 104);
    truth =
        new Truth(
            folder.resolve("a.mp4"),
            length,
            List.of(
                TrueAttendance.present(new Student("S1", "Ada Birch"), late),
                TrueAttendance.present(new Student("S2", "Ben Alder"), early),
                TrueAttendance.absent(new Student("S3", "Cara Heath"))),
            List.of("Dora Lyle"));
  }

  @Test
  void read_afterWrite_isTheSame() throws IOException {
    TruthFile.write(truth, file);

    assertThat(TruthFile.read(file)).isEqualTo(truth);
  }

  @Test
  void write_hasTheFieldsThatOthersRead() throws IOException {
    TruthFile.write(truth, file);

    assertThat(Files.readString(file).replaceAll("\\s+", ""))
        .contains("\"footage\":\"a.mp4\",\"seconds\":60.0,\"students\":[{\"id\":\"S1\"")
        .contains("\"present\":true,\"first\":20.1,\"last\":60.0,\"face\":57}")
        .contains("\"present\":false,\"first\":null,\"last\":null,\"face\":null}")
        .endsWith("\"strangers\":[\"DoraLyle\"]}");
  }

  @Test
  void read_oneListOfThree_isEnough() throws IOException {
    Files.writeString(file, "{\"footage\": \"a.mp4\", \"must_be_present\": [\"S1\"]}");

    assertThat(TruthFile.read(file).attendance())
        .singleElement()
        .satisfies(one -> assertThat(one.student().id()).isEqualTo("S1"))
        .satisfies(one -> assertThat(one.presence()).isEqualTo(TruePresence.PRESENT));
  }

  @Test
  void status_followsFromTheTimes() {
    assertThat(truth.attendance().stream().map(truth::status))
        .containsExactly(Status.LATE, Status.LEFT_EARLY, Status.ABSENT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{\"footage\":", "{}", "[]"})
  void read_damagedFile_isRefusedWithItsName(String content) throws IOException {
    Files.writeString(file, content);

    assertThatThrownBy(() -> TruthFile.read(file))
        .isInstanceOf(RollcallException.class)
        .hasMessageContaining("truth.json")
        .hasMessageContaining("Correct the file.");
  }

  @Test
  void read_idsAlone_tellsWhoMustMayAndMustNotBeFound() throws IOException {
    Files.writeString(
        file,
        """
        {"footage": "a.mp4", "must_be_present": ["S1"], "may_be_present_or_review": ["S2"],
         "must_not_be_present": ["S3"], "note": "S2 is seen in profile"}
        """);

    Truth read = TruthFile.read(file);

    assertThat(read.attendance())
        .extracting(TrueAttendance::presence)
        .containsExactly(TruePresence.PRESENT, TruePresence.EITHER, TruePresence.ABSENT);
    assertThat(read.attendance()).allMatch(attendance -> attendance.visit().isEmpty());
    assertThat(read.length()).isZero();
  }

  @Test
  void read_missingFile_isRefusedWithItsName() {
    assertThatThrownBy(() -> TruthFile.read(file))
        .isInstanceOf(RollcallException.class)
        .hasMessageContaining("truth.json");
  }
}
