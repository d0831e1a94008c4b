package org.rollcall.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.rollcall.lesson.Placement.Placed;
import org.rollcall.model.LessonKey;
import org.rollcall.store.Claim.Piece;

/** Where recordings lie in a lesson from nine to a quarter to ten. */
class PlacementTest {
  private static final ZoneId ZONE = ZoneId.of("Europe/Zurich");
  private static final LessonKey LESSON =
      new LessonKey("7A", LocalDate.of(2026, 11, 16), LocalTime.of(9, 0));
  private static final ZonedDateTime NINE = at("09:00:00");

  private static ZonedDateTime at(String time) {
    return LocalDate.of(2026, 11, 16).atTime(LocalTime.parse(time)).atZone(ZONE);
  }

  private static Duration minutes(long minutes) {
    return Duration.ofMinutes(minutes);
  }

  /** A recording of a quarter of an hour. */
  private static Piece piece(String file, ZonedDateTime begins, String camera) {
    return new Piece(
        file,
        file,
        Optional.ofNullable(begins),
        Optional.of(minutes(15)),
        Optional.of(camera).filter(name -> !name.isEmpty()),
        OptionalInt.empty(),
        Duration.ZERO,
        Optional.empty(),
        List.of());
  }

  private static Piece part(int number) {
    Piece whole = piece("part" + number, NINE, "");
    return new Piece(
        whole.sha256(),
        whole.file(),
        whole.begins(),
        whole.length(),
        whole.camera(),
        OptionalInt.of(number),
        whole.from(),
        whole.to(),
        whole.remarks());
  }

  private static List<String> shown(List<Piece> pieces) {
    return Placement.of(LESSON, pieces, ZONE).placed().stream().map(PlacementTest::shown).toList();
  }

  private static String shown(Placed placed) {
    return "%s at %d min, camera %d"
        .formatted(placed.piece().file(), placed.shift().toMinutes(), placed.camera());
  }

  @Test
  void of_chunks_areOneCameraInTheOrderOfTime() {
    assertThat(
            shown(
                List.of(
                    piece("c", at("09:30:00"), ""),
                    piece("a", NINE, ""),
                    piece("b", at("09:14:58"), ""))))
        .containsExactly("a at 0 min, camera 0", "b at 14 min, camera 0", "c at 30 min, camera 0");
  }

  @Test
  void of_overlappingRecordings_areSeveralCameras() {
    assertThat(
            shown(
                List.of(
                    piece("a", NINE, ""),
                    piece("b", at("09:05:00"), ""),
                    piece("c", at("09:15:00"), ""))))
        .containsExactly("a at 0 min, camera 0", "b at 5 min, camera 1", "c at 15 min, camera 0");
  }

  @Test
  void of_namedCameras_keepTheirNumbers() {
    assertThat(
            shown(
                List.of(
                    piece("f1", NINE, "front"),
                    piece("b1", NINE, "back"),
                    piece("f2", at("09:15:00"), "front"),
                    piece("b2", at("09:15:00"), "back"))))
        .containsExactly(
            "b1 at 0 min, camera 0",
            "f1 at 0 min, camera 1",
            "b2 at 15 min, camera 0",
            "f2 at 15 min, camera 1");
  }

  @Test
  void of_partsThatStateOneBegin_followEachOther() {
    assertThat(shown(List.of(part(2), part(3), part(1))))
        .containsExactly(
            "part1 at 0 min, camera 0", "part2 at 15 min, camera 0", "part3 at 30 min, camera 0");
  }

  @Test
  void of_stretchInTheMiddle_beginsTheLesson() {
    Piece whole = piece("a", at("08:00:00"), "");
    Piece stretch =
        new Piece(
            "a",
            "a",
            whole.begins(),
            Optional.of(minutes(180)),
            Optional.empty(),
            OptionalInt.empty(),
            minutes(55),
            Optional.of(minutes(110)),
            List.of());

    Placement placement = Placement.of(LESSON, List.of(stretch), ZONE);

    assertThat(placement.begins()).isEqualTo(at("08:55:00"));
    assertThat(placement.placed().get(0).shift()).isEqualTo(minutes(-55));
    assertThat(placement.placed().get(0).from()).isEqualTo(Duration.ZERO);
    assertThat(placement.placed().get(0).to()).contains(minutes(55));
  }

  @Test
  void of_beginUnknown_isThatOfTheLesson() {
    Placement placement = Placement.of(LESSON, List.of(piece("a", null, "")), ZONE);

    assertThat(placement.begins()).isEqualTo(NINE);
  }
}
