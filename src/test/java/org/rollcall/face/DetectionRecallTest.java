package org.rollcall.face;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.face.pack.PackInstaller;
import org.rollcall.face.pack.PackLibrary;
import org.rollcall.face.pack.PackSource;
import org.rollcall.model.picture.Box;
import org.rollcall.model.picture.Face;
import org.rollcall.testing.SharedFolders;
import org.rollcall.testing.UsesPacks;
import org.rollcall.tools.MarkedPhotos;
import org.rollcall.video.Photos;

/** Detects faces on group photos, on which every face was marked by hand. */
@UsesPacks
class DetectionRecallTest {
  /** The marks are tighter than the boxes that the detectors were trained on. */
  private static final float SAME_PLACE = 0.35f;

  private static final int LEAST_FOUND = 41;
  private static final int MOST_ELSEWHERE = 2;

  @TempDir static Path models;
  private static final Map<Path, List<Box>> MARKED = new TreeMap<>();

  @BeforeAll
  static void readMarks() throws IOException {
    MARKED.putAll(MarkedPhotos.read(SharedFolders.markedPhotos()));
  }

  @Test
  void detect_mtcnn_findsNearlyAllAndLittleElse() {
    new PackInstaller(models)
        .install(List.of("mtcnn"), PackSource.folder(SharedFolders.models()), fetched -> {});

    assertFindsNearlyAll("mtcnn");
  }

  @Test
  void detect_compact_findsNearlyAllAndLittleElse() {
    assertFindsNearlyAll("compact");
  }

  @Test
  void detect_yunet_findsNearlyAllAndLittleElse() {
    new PackInstaller(models)
        .install(List.of("yunet"), PackSource.folder(SharedFolders.models()), fetched -> {});

    assertFindsNearlyAll("yunet");
  }

  private static void assertFindsNearlyAll(String pack) {
    FaceSettings settings = new FaceSettings(pack, "compact", 24);
    int marked = 0;
    int found = 0;
    int elsewhere = 0;
    try (FaceEngine engine = MxnetFaceEngine.open(new PackLibrary(models), settings)) {
      for (Map.Entry<Path, List<Box>> photo : MARKED.entrySet()) {
        List<Box> faces =
            engine.detect(Photos.read(photo.getKey())).stream().map(Face::box).toList();
        int here = (int) photo.getValue().stream().filter(box -> isAmong(faces, box)).count();
        marked += photo.getValue().size();
        found += here;
        elsewhere += faces.size() - here;
      }
    }
    assertThat(marked).isEqualTo(43);
    assertThat(found).isGreaterThanOrEqualTo(LEAST_FOUND);
    assertThat(elsewhere).isLessThanOrEqualTo(MOST_ELSEWHERE);
  }

  private static boolean isAmong(List<Box> faces, Box marked) {
    return faces.stream().anyMatch(face -> face.iou(marked) >= SAME_PLACE);
  }
}
