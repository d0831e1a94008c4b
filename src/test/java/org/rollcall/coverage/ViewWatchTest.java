package org.rollcall.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rollcall.model.Coverage.View.BLANK;
import static org.rollcall.model.Coverage.View.DARK;
import static org.rollcall.model.Coverage.View.FROZEN;
import static org.rollcall.model.Coverage.View.SEEN;
import static org.rollcall.model.Coverage.View.TURNED_AWAY;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.rollcall.model.Coverage.Stretch;
import org.rollcall.model.Coverage.View;
import org.rollcall.model.picture.Box;
import org.rollcall.model.picture.Picture;

class ViewWatchTest {
  private static final int WIDTH = 320;
  private static final int HEIGHT = 180;
  private static final List<Box> FACE = List.of(new Box(40, 60, 70, 95));
  private static final List<Box> NONE = List.of();

  private final ViewWatch watch = new ViewWatch();
  private final SplittableRandom noise = new SplittableRandom(7);
  private int second;

  @Test
  void stretches_facesThroughout_areSeen() {
    show(60, FACE, () -> room(1, 0));

    assertThat(stretches()).containsExactly(stretch(0, 60, SEEN));
  }

  @Test
  void stretches_lightsOut_areDark() {
    show(30, FACE, () -> room(1, 0));
    show(30, NONE, () -> flat(3, 6));

    assertThat(stretches()).containsExactly(stretch(0, 30, SEEN), stretch(30, 60, DARK));
  }

  @Test
  void stretches_noiseOfTheSensorInTheDark_isDark() {
    show(30, NONE, () -> flat(18, 60));

    assertThat(stretches()).containsExactly(stretch(0, 30, DARK));
  }

  @Test
  void stretches_coveredLens_isBlank() {
    show(30, FACE, () -> room(1, 0));
    show(30, NONE, () -> flat(110, 20));

    assertThat(stretches()).containsExactly(stretch(0, 30, SEEN), stretch(30, 60, BLANK));
  }

  @Test
  void stretches_emptyRoom_isSeen() {
    show(30, NONE, () -> room(1, 0));
    show(30, FACE, () -> room(1, 60));
    show(30, NONE, () -> room(1, 0));

    assertThat(stretches()).containsExactly(stretch(0, 90, SEEN));
  }

  @Test
  void stretches_cameraTurnedToTheWall_isTurnedAway() {
    show(30, NONE, () -> room(2, 0));
    show(30, FACE, () -> room(1, 0));

    assertThat(stretches()).containsExactly(stretch(0, 30, TURNED_AWAY), stretch(30, 60, SEEN));
  }

  @Test
  void stretches_upsideDown_isTurnedAway() {
    show(30, FACE, () -> room(1, 0));
    show(30, NONE, () -> room(1, 0).turned(2));

    assertThat(stretches()).containsExactly(stretch(0, 30, SEEN), stretch(30, 60, TURNED_AWAY));
  }

  @Test
  void stretches_samePictureAgainAndAgain_isFrozen() {
    show(30, FACE, () -> room(1, 0));
    Picture last = room(1, 0);
    show(40, FACE, () -> last);

    assertThat(stretches()).containsExactly(stretch(0, 30, SEEN), stretch(30, 70, FROZEN));
  }

  @Test
  void stretches_frozenButForAClock_isFrozen() {
    Picture last = room(1, 0);
    show(40, FACE, () -> withClock(last));

    assertThat(stretches()).containsExactly(stretch(0, 40, FROZEN));
  }

  @Test
  void stretches_emptyRoomWithoutAnyChange_isFrozenAfterAMinute() {
    Picture last = room(1, 0);
    show(70, NONE, () -> last);

    assertThat(stretches()).containsExactly(stretch(0, 70, FROZEN));
  }

  @Test
  void stretches_quietEmptyRoom_isSeen() {
    Picture last = room(1, 0);
    show(70, NONE, () -> withClock(last));

    assertThat(stretches()).containsExactly(stretch(0, 70, SEEN));
  }

  @Test
  void stretches_onlyTheFaceMoves_isSeen() {
    Picture still = room(1, 0);
    show(40, FACE, () -> withFace(still));

    assertThat(stretches()).containsExactly(stretch(0, 40, SEEN));
  }

  @Test
  void stretches_shortFreeze_isSeen() {
    Picture last = room(1, 0);
    show(12, FACE, () -> last);
    show(30, FACE, () -> room(1, 0));

    assertThat(stretches()).containsExactly(stretch(0, 42, SEEN));
  }

  @Test
  void stretches_somebodyPassesTheLens_isSeen() {
    show(30, FACE, () -> room(1, 0));
    show(5, NONE, () -> flat(90, 20));
    show(30, FACE, () -> room(1, 0));

    assertThat(stretches()).containsExactly(stretch(0, 65, SEEN));
  }

  @Test
  void stretches_noFrame_isEmpty() {
    assertThat(stretches()).isEmpty();
  }

  private List<Stretch> stretches() {
    return watch.stretches(Duration.ofSeconds(second));
  }

  private static Stretch stretch(int from, int to, View view) {
    return new Stretch(Duration.ofSeconds(from), Duration.ofSeconds(to), view);
  }

  private void show(int seconds, List<Box> faces, java.util.function.Supplier<Picture> picture) {
    for (int i = 0; i < seconds; i++) {
      watch.add(Duration.ofSeconds(second++), picture.get(), faces);
    }
  }

  /** A view of some furniture, in which people move. */
  private Picture room(int seed, int people) {
    Random furniture = new Random(seed);
    Picture picture = flat(100, 12);
    for (int i = 0; i < 60; i++) {
      fill(picture, furniture, 40 + furniture.nextInt(180));
    }
    for (int i = 0; i < people + 1; i++) {
      fill(picture, noise, 40 + noise.nextInt(180));
    }
    return picture;
  }

  private static void fill(Picture picture, RandomGenerator place, int brightness) {
    int left = place.nextInt(WIDTH - 30);
    int top = place.nextInt(HEIGHT - 30);
    int width = 8 + place.nextInt(22);
    int height = 8 + place.nextInt(22);
    fill(picture, new Box(left, top, left + width, top + height), brightness);
  }

  private static void fill(Picture picture, Box box, int brightness) {
    for (int y = (int) box.top(); y < box.bottom(); y++) {
      int row = 3 * y * WIDTH;
      java.util.Arrays.fill(
          picture.bgr(),
          row + 3 * (int) box.left(),
          row + 3 * (int) box.right(),
          (byte) brightness);
    }
  }

  private Picture flat(int brightness, int amplitude) {
    byte[] pixels = new byte[3 * WIDTH * HEIGHT];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) Math.max(0, brightness + noise.nextInt(amplitude) - amplitude / 2);
    }
    return new Picture(WIDTH, HEIGHT, pixels);
  }

  private Picture withClock(Picture picture) {
    return with(picture, new Box(4, 4, 4 + noise.nextInt(40), 12), noise.nextInt(255));
  }

  private Picture withFace(Picture picture) {
    return with(picture, FACE.get(0), noise.nextInt(255));
  }

  private static Picture with(Picture picture, Box box, int brightness) {
    Picture copy = new Picture(WIDTH, HEIGHT, picture.bgr().clone());
    fill(copy, box, brightness);
    return copy;
  }
}
