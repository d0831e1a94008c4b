package org.rollcall.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.face.pack.ModelPack;
import org.rollcall.face.pack.PackLibrary;
import org.rollcall.model.RollcallException;
import org.rollcall.model.picture.Box;
import org.rollcall.model.picture.Picture;
import org.rollcall.testing.SharedFolders;
import org.rollcall.testing.UsesNatives;
import org.rollcall.video.Photos;

@UsesNatives
class HaarCascadeTest {
  @TempDir Path folder;

  @Test
  void propose_emptyPicture_findsNothing() {
    try (HaarCascade cascade = open()) {
      assertThat(cascade.propose(new Picture(200, 100, new byte[60_000]))).isEmpty();
    }
  }

  @Test
  void propose_portrait_isFoundInTheWholeAndAroundAPlaceNearby() {
    Picture portrait = Photos.read(SharedFolders.golden().resolve("kate_siegel.png"));
    try (HaarCascade cascade = open()) {
      List<Box> found = cascade.propose(portrait);

      assertThat(found).hasSize(1);
      assertThat(found.get(0).contains(new Box(0, 0, 160, 160).centre())).isTrue();
      List<Box> nearby = cascade.proposeAround(portrait, List.of(found.get(0).grown(-0.1f)));
      assertThat(nearby).anyMatch(box -> box.iou(found.get(0)) > 0.7f);
      assertThat(cascade.proposeAround(portrait, List.of(new Box(0, 0, 10, 10)))).isEmpty();
    }
  }

  @Test
  void open_notACascade_isRejected() throws IOException {
    Files.writeString(folder.resolve(ModelPack.HAAR), "<opencv_storage></opencv_storage>");

    assertThatThrownBy(() -> new HaarCascade(folder, 24))
        .isInstanceOf(RollcallException.class)
        .hasMessageContaining(folder.resolve(ModelPack.HAAR).toString());
  }

  private HaarCascade open() {
    return new HaarCascade(new PackLibrary(folder).detector("haar").folder(), 24);
  }
}
