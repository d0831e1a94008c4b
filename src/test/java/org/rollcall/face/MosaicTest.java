package org.rollcall.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rollcall.model.Box;

class MosaicTest {
  private static final int WIDTH = 1920;
  private static final int HEIGHT = 1080;

  @Test
  void around_faceInTheMiddle_showsItWithItsSurroundings() {
    Mosaic mosaic = around(new Box(900, 500, 960, 580));

    Mosaic.Tile tile = mosaic.tiles().get(0);
    assertThat(tile).isEqualTo(new Mosaic.Tile(855, 440, 150, 200, 0, 0, 75, 100));
    assertThat(mosaic.height()).isEqualTo(100);
  }

  @Test
  void around_faceAtTheEdge_endsThere() {
    Mosaic.Tile tile = around(new Box(-20, 1050, 40, 1110)).tiles().get(0);

    assertThat(tile.left()).isZero();
    assertThat(tile.width()).isEqualTo(85);
    assertThat(tile.top() + tile.height()).isEqualTo(HEIGHT);
  }

  @Test
  void around_faceOutside_isLeftOut() {
    assertThat(around(new Box(3000, 100, 3060, 160)).tiles()).isEmpty();
    assertThat(around().tiles()).isEmpty();
  }

  @Test
  void around_manyFaces_overlapNowhereAndFillMostOfTheImage() {
    List<Box> faces = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      int size = 30 + 2 * i;
      faces.add(new Box(60 * i, 20 * i, 60 * i + size, 20 * i + size));
    }

    Mosaic mosaic = Mosaic.around(faces, WIDTH, HEIGHT, 0.5);

    assertThat(mosaic.tiles()).hasSize(30);
    int covered = 0;
    for (Mosaic.Tile tile : mosaic.tiles()) {
      covered += tile.scaledWidth() * tile.scaledHeight();
      assertThat(tile.x() + tile.scaledWidth()).isLessThanOrEqualTo(mosaic.width());
      assertThat(tile.y() + tile.scaledHeight()).isLessThanOrEqualTo(mosaic.height());
      for (Mosaic.Tile other : mosaic.tiles()) {
        assertThat(tile.equals(other) || inImage(tile).iou(inImage(other)) == 0).isTrue();
      }
    }
    assertThat(covered).isGreaterThan((int) (0.6 * mosaic.area()));
  }

  @Test
  void toPicture_faceInATile_isWhereItWas() {
    Box face = new Box(900, 500, 960, 580);
    Mosaic mosaic = around(new Box(100, 100, 160, 200), face);
    Mosaic.Tile tile = mosaic.tiles().stream().filter(t -> t.left() == 855).findFirst().get();

    Box found = new Box(tile.x() + 22.5f, tile.y() + 30, tile.x() + 52.5f, tile.y() + 70);

    Box back = mosaic.toPicture(found).orElseThrow();
    assertThat(back.left()).isCloseTo(face.left(), within(1e-3f));
    assertThat(back.top()).isCloseTo(face.top(), within(1e-3f));
    assertThat(back.right()).isCloseTo(face.right(), within(1e-3f));
    assertThat(back.bottom()).isCloseTo(face.bottom(), within(1e-3f));
  }

  @Test
  void toPicture_besideAllTiles_isNowhere() {
    Mosaic mosaic = around(new Box(900, 500, 960, 580));

    assertThat(mosaic.toPicture(new Box(200, 10, 220, 30))).isEmpty();
  }

  private static Mosaic around(Box... faces) {
    return Mosaic.around(List.of(faces), WIDTH, HEIGHT, 0.5);
  }

  private static Box inImage(Mosaic.Tile tile) {
    return new Box(
        tile.x(), tile.y(), tile.x() + tile.scaledWidth(), tile.y() + tile.scaledHeight());
  }
}
