package org.rollcall.video;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.rollcall.model.picture.Box;
import org.rollcall.model.picture.Picture;
import org.rollcall.testing.UsesNatives;
import org.rollcall.video.Annotation.LabelRole;

@UsesNatives
class AnnotationsTest {
  private static final int WIDTH = 320;
  private static final int HEIGHT = 200;

  private final Picture frame = MadeClips.plain(WIDTH, HEIGHT, 90, 90, 90);

  @Test
  void draw_anyFrame_leavesTheFrameItselfAlone() {
    byte[] before = frame.bgr().clone();

    Annotations.draw(frame, List.of(identified(new Box(100, 80, 140, 130), "S1")));

    assertThat(frame.bgr()).isEqualTo(before);
  }

  @Test
  void draw_box_hasTheColourOfItsRole() {
    Box box = new Box(100, 80, 140, 130);

    List<Integer> colours =
        Stream.of(LabelRole.values())
            .map(role -> Annotations.draw(frame, List.of(new Annotation(box, "", role))))
            .map(drawn -> pixel(drawn, 120, 80))
            .toList();

    assertThat(colours).doesNotHaveDuplicates().doesNotContain(pixel(frame, 0, 0));
  }

  @Test
  void draw_label_isWrittenAboveTheFace() {
    Picture drawn =
        Annotations.draw(frame, List.of(identified(new Box(100, 80, 140, 130), "S1 Ada")));

    assertThat(changed(drawn, new Box(100, 60, 160, 78))).isPositive();
    assertThat(changed(drawn, new Box(104, 84, 136, 126))).as("on the face").isZero();
  }

  @Test
  void draw_longLabelInACorner_staysInsideTheFrame() {
    Box corner = new Box(300, 0, 340, 40);

    Picture drawn = Annotations.draw(frame, List.of(identified(corner, "S1 Ada Lovelace")));

    assertThat(drawn.width()).isEqualTo(WIDTH);
    assertThat(changed(drawn, new Box(160, 0, 290, 70))).as("moved to the left").isPositive();
  }

  @Test
  void draw_labelWiderThanTheFrame_isCut() {
    Picture drawn =
        Annotations.draw(frame, List.of(identified(new Box(10, 80, 50, 120), "W".repeat(200))));

    assertThat(changed(drawn, new Box(0, 40, WIDTH, 79))).isPositive();
  }

  @Test
  void draw_boxOutsideTheFrame_isHarmless() {
    Picture drawn = Annotations.draw(frame, List.of(identified(new Box(-90, -90, -50, -50), "S1")));

    assertThat(drawn.height()).isEqualTo(HEIGHT);
  }

  @Test
  void labelPlaces_faceAbove_goesBelow() {
    Box upper = new Box(100, 40, 150, 95);
    Box face = new Box(100, 100, 150, 150);

    Box place = new LabelPlaces(WIDTH, HEIGHT, List.of(upper, face)).take(face, 60, 15);

    assertThat(place).isEqualTo(new Box(100, 150, 160, 165));
  }

  @Test
  void labelPlaces_manyFaces_staysInsideAndKeepsLabelsApart() {
    List<Box> faces = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      faces.add(new Box(40 * i, 60 * (i % 3), 40 * i + 30, 60 * (i % 3) + 40));
    }
    LabelPlaces places = new LabelPlaces(WIDTH, HEIGHT, faces);

    List<Box> labels = faces.stream().map(face -> places.take(face, 38, 12)).toList();

    Predicate<Box> inside =
        b -> b.left() >= 0 && b.top() >= 0 && b.right() <= WIDTH && b.bottom() <= HEIGHT;
    assertThat(labels).allMatch(inside);
    assertThat(labels).allMatch(a -> faces.stream().allMatch(b -> a.intersection(b) == 0));
  }

  @Test
  void plainLetters_accents_becomeTheirNearestLetters() {
    assertThat(PlainLetters.of("Zoë Łuß Ñandú–2")).isEqualTo("Zoe Luss Nandu-2");
  }

  @Test
  void plainLetters_otherScripts_becomeQuestionMarks() {
    assertThat(PlainLetters.of("S7 王小明")).isEqualTo("S7 ???");
  }

  private static Annotation identified(Box box, String label) {
    return new Annotation(box, label, LabelRole.IDENTIFIED);
  }

  private static int pixel(Picture picture, int x, int y) {
    int at = 3 * (y * picture.width() + x);
    byte[] bgr = picture.bgr();
    return (bgr[at] & 0xff) << 16 | (bgr[at + 1] & 0xff) << 8 | (bgr[at + 2] & 0xff);
  }

  private long changed(Picture drawn, Box area) {
    long changed = 0;
    for (int y = (int) area.top(); y < area.bottom(); y++) {
      for (int x = (int) area.left(); x < area.right(); x++) {
        changed += pixel(drawn, x, y) == pixel(frame, x, y) ? 0 : 1;
      }
    }
    return changed;
  }
}
