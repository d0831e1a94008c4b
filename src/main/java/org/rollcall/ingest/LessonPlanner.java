package org.rollcall.ingest;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.rollcall.inbox.name.RecordingName;
import org.rollcall.model.ClassNames;
import org.rollcall.model.Inspection;
import org.rollcall.model.LessonKey;
import org.rollcall.model.Message;
import org.rollcall.model.Reason;
import org.rollcall.model.RecordingPart;
import org.rollcall.model.TemporaryFailure;
import org.rollcall.model.Window;
import org.rollcall.school.Home;
import org.rollcall.school.Timetable;
import org.rollcall.school.Timetable.Occurrence;
import org.rollcall.settings.Settings;

/**
 * Decides which lessons a recording shows, from its name, its timing metadata, and the timetable:
 *
 * <ol>
 *   <li>when it starts,
 *   <li>which class it shows, or at least which room,
 *   <li>which lessons of that class or room it overlaps with,
 *   <li>where to cut it if there are several: in the middle of the gaps between them.
 * </ol>
 *
 * <p>Without such a lesson, it shows the one of another recording of the class made alongside, or
 * one of its own.
 *
 * <p>A recording of unknown length shows the one lesson at its start; it can be planned again once
 * its length is known. The class folders and the timetable are read again for each plan, so
 * corrections take effect at once.
 */
final class LessonPlanner {
  private final Home home;
  private final ZoneId zone;
  private final Clock clock;
  private final OtherRecordings others;

  /** Finds the parts of recordings that show a class on a day. */
  @FunctionalInterface
  interface OtherRecordings {
    List<RecordingPart> of(String className, LocalDate day);
  }

  LessonPlanner(Home home, Settings settings, Clock clock, OtherRecordings others) {
    this.home = home;
    this.zone = settings.school().clockZone();
    this.clock = clock;
    this.others = others;
  }

  /**
   * Assigns a recording to lessons.
   *
   * @param recording the recording
   * @param timing its timing metadata
   * @return its parts, in lesson order, without gaps or overlaps: the first starts with the
   *     recording, the last ends with it
   * @throws TemporaryFailure if the class cannot be determined, which a corrected timetable would
   *     resolve
   * @throws org.rollcall.model.RollcallException if nothing states when the recording starts
   */
  List<RecordingPart> plan(NamedRecording recording, Timing timing) {
    RecordingName name = recording.name();
    Timetable timetable = Timetable.read(home);
    PlaceFinder places = new PlaceFinder(home.classNames(), timetable.rooms());
    NamedPlace place = places.of(name);
    RecordingStart.Reader reader = new RecordingStart.Reader(zone, clock);
    RecordingStart start =
        name.start().map(reader::ofName).orElseGet(() -> reader.ofRecording(timing));
    RecordedLength length = RecordedLength.of(name, timing);
    RecordedSpan span = new RecordedSpan(start.time(), length.time());
    LessonChoice choice = LessonChoice.among(lessons(place, span, timetable, places));
    choice.requireOneClassAtATime(place.room());
    Inspection inspection =
        new Inspection(
            recording.sha256(),
            recording.file(),
            Optional.of(start.time()),
            length.time(),
            place.camera(),
            name.part(),
            Stream.of(start.remarks(), length.remarks(), choice.remarks().toList())
                .flatMap(List::stream)
                .toList());
    return choice.chosen().isEmpty()
        ? List.of(
            new RecordingPart(inspection, withoutSlot(place, span, recording.sha256()), Window.ALL))
        : parts(inspection, choice.chosen());
  }

  private List<TimedLesson> lessons(
      NamedPlace place, RecordedSpan span, Timetable timetable, PlaceFinder places) {
    Optional<String> className = place.className();
    LocalDate first = span.start().toLocalDate();
    LocalDate last = span.lastDay().plusDays(1);
    List<Occurrence> found =
        className.isPresent()
            ? timetable.ofClass(className.get(), first, last)
            : timetable.inRoom(place.room(), first, last);
    return found.stream()
        .map(lesson -> new Occurrence(className.orElse(spelled(lesson, places)), lesson.slot()))
        .distinct()
        .map(lesson -> TimedLesson.of(lesson, span, zone))
        .toList();
  }

  private static String spelled(Occurrence lesson, PlaceFinder places) {
    return places.className(lesson.className()).orElse(lesson.className());
  }

  /** Without a timetable, recordings made at the same time show the same lesson. */
  private LessonKey withoutSlot(NamedPlace place, RecordedSpan span, String sha256) {
    LocalDateTime start = span.start().toLocalDateTime();
    String known = place.className().orElseThrow(() -> noLesson(place.room(), start));
    return others.of(known, start.toLocalDate()).stream()
        .filter(part -> !part.recording().sha256().equals(sha256))
        .filter(part -> RecordedSpan.of(part.recording()).filter(span::isAlongside).isPresent())
        .map(RecordingPart::lesson)
        .min(Comparator.naturalOrder())
        .orElseGet(() -> new LessonKey(known, start.toLocalDate(), start.toLocalTime()));
  }

  private static TemporaryFailure noLesson(String room, LocalDateTime start) {
    String time = start.truncatedTo(ChronoUnit.MINUTES).toString();
    return new TemporaryFailure(
        ClassNames.fault(room)
            .map(fault -> Message.of(Reason.NAME_OF_NO_CLASS, room, time, fault))
            .orElseGet(() -> Message.of(Reason.NAME_OF_NO_LESSON, room, time)));
  }

  /** Cuts between lessons, so that nothing is lost or counted twice. */
  private static List<RecordingPart> parts(Inspection recording, List<TimedLesson> lessons) {
    List<RecordingPart> parts = new ArrayList<>();
    Duration from = Duration.ZERO;
    for (int i = 0; i < lessons.size(); i++) {
      TimedLesson lesson = lessons.get(i);
      boolean last = i == lessons.size() - 1;
      Optional<Duration> to =
          last ? Optional.empty() : Optional.of(lesson.cutBefore(lessons.get(i + 1)));
      parts.add(new RecordingPart(recording, lesson.key(), new Window(from, to)));
      from = to.orElse(from);
    }
    return parts;
  }
}
