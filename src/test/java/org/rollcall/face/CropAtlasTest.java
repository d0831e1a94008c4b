package org.rollcall.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rollcall.model.picture.Box;

class CropAtlasTest {
  private static final int WIDTH = 1920;
  private static final int HEIGHT = 1080;

  @Test
  void around_faceInTheMiddle_containsItsSurroundings() {
    CropAtlas atlas = around(new Box(900, 500, 960, 580));

    CropAtlas.Tile tile = atlas.tiles().get(0);
    assertThat(tile).isEqualTo(new CropAtlas.Tile(855, 440, 150, 200, 0, 0, 75, 100));
    assertThat(atlas.height()).isEqualTo(100);
  }

  @Test
  void around_faceAtTheEdge_endsThere() {
    CropAtlas.Tile tile = around(new Box(-20, 1050, 40, 1110)).tiles().get(0);

    assertThat(tile.left()).isZero();
    assertThat(tile.width()).isEqualTo(85);
    assertThat(tile.top() + tile.height()).isEqualTo(HEIGHT);
  }

  @Test
  void around_faceOutside_hasNoTile() {
    assertThat(around(new Box(3000, 100, 3060, 160)).tiles()).isEmpty();
    assertThat(around().tiles()).isEmpty();
  }

  @Test
  void around_manyFaces_doNotOverlapAndFillMostOfTheAtlas() {
    List<Box> faces = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      int size = 30 + 2 * i;
      faces.add(new Box(60 * i, 20 * i, 60 * i + size, 20 * i + size));
    }

    CropAtlas atlas = CropAtlas.around(faces, WIDTH, HEIGHT, 0.5);

    assertThat(atlas.tiles()).hasSize(30);
    int covered = 0;
    for (CropAtlas.Tile tile : atlas.tiles()) {
      covered += tile.scaledWidth() * tile.scaledHeight();
      assertThat(tile.x() + tile.scaledWidth()).isLessThanOrEqualTo(atlas.width());
      assertThat(tile.y() + tile.scaledHeight()).isLessThanOrEqualTo(atlas.height());
      for (CropAtlas.Tile other : atlas.tiles()) {
        assertThat(tile.equals(other) || inAtlas(tile).iou(inAtlas(other)) == 0).isTrue();
      }
    }
    assertThat(covered).isGreaterThan((int) (0.6 * atlas.area()));
  }

  @Test
  void toPicture_faceInATile_isWhereItWas() {
    Box face = new Box(900, 500, 960, 580);
    CropAtlas atlas = around(new Box(100, 100, 160, 200), face);
    CropAtlas.Tile tile = atlas.tiles().stream().filter(t -> t.left() == 855).findFirst().get();

    Box found = new Box(tile.x() + 22.5f, tile.y() + 30, tile.x() + 52.5f, tile.y() + 70);

    Box back = atlas.toPicture(found).orElseThrow();
    assertThat(back.left()).isCloseTo(face.left(), within(1e-3f));
    assertThat(back.top()).isCloseTo(face.top(), within(1e-3f));
    assertThat(back.right()).isCloseTo(face.right(), within(1e-3f));
    assertThat(back.bottom()).isCloseTo(face.bottom(), within(1e-3f));
  }

  @Test
  void toPicture_outsideAllTiles_isEmpty() {
    CropAtlas atlas = around(new Box(900, 500, 960, 580));

    assertThat(atlas.toPicture(new Box(200, 10, 220, 30))).isEmpty();
  }

  private static CropAtlas around(Box... faces) {
    return CropAtlas.around(List.of(faces), WIDTH, HEIGHT, 0.5);
  }

  private static Box inAtlas(CropAtlas.Tile tile) {
    return new Box(
        tile.x(), tile.y(), tile.x() + tile.scaledWidth(), tile.y() + tile.scaledHeight());
  }
}
