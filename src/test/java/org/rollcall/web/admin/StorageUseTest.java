package org.rollcall.web.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.settings.Settings;
import org.rollcall.testing.SchoolFolder;
import org.rollcall.web.admin.StorageUse.OldFile;
import org.rollcall.web.admin.StorageUse.Place;

class StorageUseTest {
  private static final Instant FIRST = Instant.parse("2026-11-01T09:00:00Z");

  @TempDir Path folder;
  private SchoolFolder school;

  @BeforeEach
  void open() {
    school = new SchoolFolder(folder);
  }

  private StorageUse use() {
    return StorageUse.of(school.home(), Settings.DEFAULT);
  }

  private Place place(String name) {
    return use().places().stream()
        .filter(place -> place.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private void recording(String file, Instant modified) throws IOException {
    Files.setLastModifiedTime(school.write(file, file), FileTime.from(modified));
  }

  @Test
  void of_files_areCountedInTheirPlaces() {
    school.write("footage/7A/a.mp4", "1234567");
    school.write("footage/notes.txt", "12");
    school.write("attendance/7A/a.xlsx", "12345");
    school.write("attendance/7A/b.xlsx", "1");

    assertThat(place("footage"))
        .extracting(Place::path, Place::files, Place::bytes)
        .containsExactly("footage", 2L, 9L);
    assertThat(place("attendance"))
        .extracting(Place::path, Place::files, Place::bytes)
        .containsExactly("attendance", 2L, 6L);
  }

  @Test
  void of_database_countsItsWriteAheadLogAsWell() throws IOException {
    Path database = school.home().database();
    Files.createDirectories(database.getParent());
    for (String end : new String[] {"", "-wal", "-shm", "-other"}) {
      Files.writeString(Path.of(database + end), "1234");
    }

    assertThat(place("database")).extracting(Place::files, Place::bytes).containsExactly(3L, 12L);
  }

  @Test
  void of_newHome_hasNothingYet() {
    StorageUse use = use();

    assertThat(use.places())
        .extracting(Place::name)
        .containsExactly("footage", "output", "attendance", "database", "logs");
    assertThat(use.places()).allMatch(place -> place.files() == 0 && place.bytes() == 0);
    assertThat(use.oldest()).isEmpty();
  }

  @Test
  void oldest_recordings_areTheTenOldestWithTheOldestFirst() throws IOException {
    for (int day : new int[] {7, 3, 11, 0, 5, 9, 1, 8, 2, 10, 6, 4}) {
      recording("footage/7A/%02d.mp4".formatted(day), FIRST.plusSeconds(86_400L * day));
    }

    assertThat(use().oldest()).hasSize(10);
    assertThat(use().oldest())
        .extracting(OldFile::path)
        .startsWith("footage/7A/00.mp4", "footage/7A/01.mp4")
        .endsWith("footage/7A/08.mp4", "footage/7A/09.mp4");
    assertThat(use().oldest().get(0)).isEqualTo(new OldFile("footage/7A/00.mp4", 17, FIRST));
  }

  @Test
  void oldest_otherFiles_areNoRecordings() throws IOException {
    recording("footage/truth.json", FIRST);
    recording("footage/7A/a.MP4", FIRST);
    recording("attendance/7A/b.mp4", FIRST);

    assertThat(use().oldest()).extracting(OldFile::path).containsExactly("footage/7A/a.MP4");
  }
}
