package org.rollcall.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.model.RollcallException;
import org.rollcall.model.evaluation.Trial.TrialGroup;
import org.rollcall.testing.SchoolFolder;

class GroupsTest {
  @TempDir Path root;
  private SchoolFolder files;

  @BeforeEach
  void setUp() {
    files = new SchoolFolder(root);
    files.write("people/groups.csv", "name,region\nAda Birch,North\nZoë_Müller,South\n");
  }

  private Groups ofPeople() {
    return Groups.ofPeople(root.resolve("people"), "region", files.home());
  }

  private Optional<TrialGroup> group(Groups groups, String photo) {
    return groups.ofPhoto(root.resolve(photo));
  }

  private static Optional<TrialGroup> region(String value) {
    return Optional.of(new TrialGroup("region", value));
  }

  @Test
  void ofClass_student_isInTheGroupOnTheRoster() {
    files.write("7A/roster.csv", "id,name,region\nS1,Ada Birch,North\n");

    Groups groups = Groups.ofClass(root.resolve("7A"), "region", files.home());

    assertThat(groups.of("S1")).isEqualTo(region("North"));
    assertThat(groups.of("S2")).isEqualTo(region(""));
  }

  @Test
  void ofPhoto_person_isKnownByTheFolder() {
    Groups groups = ofPeople();

    assertThat(group(groups, "people/Ada_Birch/1.jpg")).isEqualTo(region("North"));
    assertThat(group(groups, "people/Zoe\u0308 Mu\u0308ller/1.jpg")).isEqualTo(region("South"));
    assertThat(group(groups, "others/1.jpg")).isEqualTo(region(""));
  }

  @Test
  void ofPeople_noFile_isRefusedWithWhatToWrite() {
    assertThatThrownBy(() -> Groups.ofPeople(root, "region", files.home()))
        .isInstanceOf(RollcallException.class)
        .hasMessageContaining("groups.csv is missing there")
        .hasMessageEndingWith("below name,region.");
  }

  @Test
  void and_strangersWithGroups_haveTheirs() {
    files.write("others/groups.csv", "name,region\nCara Heath,West\nAda Birch,West\n");

    Groups groups = ofPeople().and(root.resolve("others"), files.home());

    assertThat(group(groups, "others/Cara_Heath/1.jpg")).isEqualTo(region("West"));
    assertThat(group(groups, "people/Ada_Birch/1.jpg")).isEqualTo(region("North"));
  }

  @Test
  void and_strangersWithoutGroups_haveNone() {
    Groups groups = ofPeople();

    assertThat(groups.and(root.resolve("others"), files.home())).isEqualTo(groups);
  }

  @Test
  void of_noGroups_isEmpty() {
    files.write("others/groups.csv", "name,region\nCara Heath,West\n");

    assertThat(Groups.NONE.and(root.resolve("others"), files.home()).of("S1")).isEmpty();
  }
}
