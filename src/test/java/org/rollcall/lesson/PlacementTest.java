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
import org.rollcall.model.Inspection;
import org.rollcall.model.LessonKey;
import org.rollcall.model.RecordingPart;
import org.rollcall.model.Window;

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
  private static RecordingPart part(String file, ZonedDateTime start, String camera) {
    return new RecordingPart(
        recording(file, start, camera, OptionalInt.empty()), LESSON, Window.ALL);
  }

  private static RecordingPart chunk(int number) {
    Inspection recording = recording("chunk" + number, NINE, "", OptionalInt.of(number));
    return new RecordingPart(recording, LESSON, Window.ALL);
  }

  private static Inspection recording(
      String file, ZonedDateTime start, String camera, OptionalInt chunk) {
    return new Inspection(
        file,
        file,
        Optional.ofNullable(start),
        Optional.of(minutes(15)),
        Optional.of(camera).filter(name -> !name.isEmpty()),
        chunk,
        List.of());
  }

  private static List<String> shown(List<RecordingPart> parts) {
    return Placement.of(LESSON, parts, ZONE).parts().stream().map(PlacementTest::shown).toList();
  }

  private static String shown(PlacedPart placed) {
    return "%s at %d min, camera %d"
        .formatted(placed.part().recording().file(), placed.shift().toMinutes(), placed.camera());
  }

  @Test
  void of_chunks_areOneCameraInTheOrderOfTime() {
    assertThat(
            shown(
                List.of(
                    part("c", at("09:30:00"), ""),
                    part("a", NINE, ""),
                    part("b", at("09:14:58"), ""))))
        .containsExactly("a at 0 min, camera 0", "b at 14 min, camera 0", "c at 30 min, camera 0");
  }

  /** Whoever is in sight then is one person, not two. */
  @Test
  void of_chunkThatRepeatsTheEndOfTheLast_startsWhereThatEnded() {
    List<PlacedPart> placed =
        Placement.of(LESSON, List.of(part("a", NINE, ""), part("b", at("09:14:57"), "")), ZONE)
            .parts();

    assertThat(placed).extracting(PlacedPart::camera).containsExactly(0, 0);
    assertThat(placed.get(1).from()).isEqualTo(minutes(15));
    assertThat(placed.get(1).part().window().from()).isEqualTo(Duration.ofSeconds(3));
    assertThat(placed.get(1).to()).contains(minutes(15).plus(minutes(15)).minusSeconds(3));
  }

  @Test
  void of_overlappingRecordings_areSeveralCameras() {
    assertThat(
            shown(
                List.of(
                    part("a", NINE, ""),
                    part("b", at("09:05:00"), ""),
                    part("c", at("09:15:00"), ""))))
        .containsExactly("a at 0 min, camera 0", "b at 5 min, camera 1", "c at 15 min, camera 0");
  }

  @Test
  void of_namedCameras_keepTheirNumbers() {
    assertThat(
            shown(
                List.of(
                    part("f1", NINE, "front"),
                    part("b1", NINE, "back"),
                    part("f2", at("09:15:00"), "front"),
                    part("b2", at("09:15:00"), "back"))))
        .containsExactly(
            "b1 at 0 min, camera 0",
            "f1 at 0 min, camera 1",
            "b2 at 15 min, camera 0",
            "f2 at 15 min, camera 1");
  }

  @Test
  void of_chunksThatStateOneStart_followEachOther() {
    assertThat(shown(List.of(chunk(2), chunk(3), chunk(1))))
        .containsExactly(
            "chunk1 at 0 min, camera 0",
            "chunk2 at 15 min, camera 0",
            "chunk3 at 30 min, camera 0");
  }

  @Test
  void of_partInTheMiddle_startsTheLesson() {
    Inspection recording = part("a", at("08:00:00"), "").recording();
    Window window = new Window(minutes(55), Optional.of(minutes(110)));
    RecordingPart stretch = new RecordingPart(recording, LESSON, window);

    Placement placement = Placement.of(LESSON, List.of(stretch), ZONE);

    assertThat(placement.start()).isEqualTo(at("08:55:00"));
    assertThat(placement.parts().get(0).shift()).isEqualTo(minutes(-55));
    assertThat(placement.parts().get(0).from()).isEqualTo(Duration.ZERO);
    assertThat(placement.parts().get(0).to()).contains(minutes(55));
  }

  @Test
  void of_startUnknown_isThatOfTheLesson() {
    Placement placement = Placement.of(LESSON, List.of(part("a", null, "")), ZONE);

    assertThat(placement.start()).isEqualTo(NINE);
  }
}
