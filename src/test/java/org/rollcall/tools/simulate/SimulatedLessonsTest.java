package org.rollcall.tools.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.face.pack.PackInstaller;
import org.rollcall.face.pack.PackLibrary;
import org.rollcall.face.pack.PackSource;
import org.rollcall.identity.cohort.Cohort;
import org.rollcall.model.picture.Embedding;
import org.rollcall.model.picture.FaceCrop;
import org.rollcall.testing.SharedFolders;
import org.rollcall.testing.UsesPacks;
import org.rollcall.tools.PortraitPhoto;
import org.rollcall.tools.simulate.MarkedStudent.Mark;

/** A small open-set test with photos of real people, which are not part of the project. */
@UsesPacks
class SimulatedLessonsTest {
  private static final String SPACE = "mobilefacenet-foamliu";
  private static final int PEOPLE = 30;
  private static final int VISITORS = 4;
  private static final int LESSONS = 5;
  private static final List<Integer> CLASS_SIZES = List.of(20);

  /** From this width on, even the smaller of the published networks can be relied on. */
  private static final int EASY_PIXELS = 60;

  private static FilmedPeople cast;
  private static MarkedStudents held;

  @TempDir static Path folder;

  @BeforeAll
  static void holdLessons() throws IOException {
    Path photos = SharedFolders.data().resolve("lfw-dev");
    Path models = folder.resolve("models");
    new PackInstaller(models)
        .install(List.of("mtcnn", SPACE), PackSource.folder(SharedFolders.models()), fetched -> {});
    cast =
        FilmedPeople.of(
            PortraitPhoto.files(photos.resolve("people")).subList(0, PEOPLE),
            PortraitPhoto.files(photos.resolve("strangers")).subList(0, VISITORS),
            new PackLibrary(models),
            folder.resolve("cache"));
    held = hold(cast.embeddings(SPACE));
  }

  @Test
  void hold_absentStudents_areNotMarkedPresent() {
    assertThat(held.absent().count()).isEqualTo(200);
    assertThat(held.absent().count(Mark.SURE)).isZero();
  }

  @Test
  void hold_presentStudentsNearTheCamera_areFound() {
    MarkedStudents near = held.readable().only(lesson -> lesson.facePixels() >= EASY_PIXELS);

    assertThat(near.count()).isGreaterThan(100);
    assertThat(near.found()).isGreaterThan(95);
  }

  @Test
  void hold_again_isTheSame() throws IOException {
    assertThat(hold(cast.embeddings(SPACE))).isEqualTo(held);
  }

  @Test
  void of_facesKept_areNotFilmedAgain() throws IOException {
    FilmedPeople kept =
        FilmedPeople.of(
            List.of(),
            List.of(),
            new PackLibrary(folder.resolve("models")),
            folder.resolve("cache"));

    assertThat(kept.people()).hasSize(cast.people().size());
    assertThat(kept.embeddings(SPACE)).hasSameSizeAs(cast.embeddings(SPACE));
  }

  private static MarkedStudents hold(Map<FaceCrop, Embedding> embeddings) {
    return new SimulatedLessons(cast, embeddings, Cohort.of(SPACE)).hold(LESSONS, CLASS_SIZES);
  }
}
