package org.rollcall.school;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.testing.SchoolFolder;

class FolderNamesTest {
  @TempDir private Path root;

  @Test
  void faults_namesThatClassesCannotHave_areTold() {
    write("config/classes/3°B/roster.csv");
    write("footage/Maths (Set 1)/a.mp4");

    assertThat(FolderNames.faults(Home.of(root)))
        .containsOnlyKeys("config/classes/3°B", "footage/Maths (Set 1)")
        .hasEntrySatisfying(
            "config/classes/3°B", fault -> assertThat(fault).asString().contains("'°'", "'3B'"));
  }

  @Test
  void faults_namesOfClassesAndRooms_areNone() {
    write("config/classes/7A/roster.csv");
    write("footage/7A/a.mp4");
    write("footage/Room (12)/a.mp4");
    new SchoolFolder(root)
        .with(
            "config/timetable.csv", "class,weekday,start,end,room\n7A,Mon,09:00,09:45,Room (12)\n");

    assertThat(FolderNames.faults(Home.of(root))).isEmpty();
  }

  @Test
  void faults_foldersOfSystems_areNone() {
    write("config/classes/@eaDir/a");
    write("config/classes/#recycle/a");
    write("footage/$RECYCLE.BIN/a");
    write("footage/.stfolder/a");

    assertThat(FolderNames.faults(Home.of(root))).isEmpty();
  }

  @Test
  void faults_noFolders_areNone() {
    assertThat(FolderNames.faults(Home.of(root))).isEmpty();
  }

  private void write(String file) {
    new SchoolFolder(root).with(file, "");
  }
}
