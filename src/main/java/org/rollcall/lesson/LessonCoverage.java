package org.rollcall.lesson;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.rollcall.coverage.CoverageRules;
import org.rollcall.coverage.CoverageRules.LessonTime;
import org.rollcall.coverage.CoverageRules.People;
import org.rollcall.enrol.EnrolledClass;
import org.rollcall.identity.Identification;
import org.rollcall.ingest.RecordingDrop;
import org.rollcall.model.Coverage;
import org.rollcall.model.Coverage.Doubt;
import org.rollcall.model.Coverage.Stretch;
import org.rollcall.model.Coverage.View;
import org.rollcall.model.Footage;
import org.rollcall.model.Lesson;
import org.rollcall.model.Message;
import org.rollcall.model.Outcome;
import org.rollcall.model.Reason;

/**
 * What was seen of a lesson, and what that means for its marks and its reader.
 *
 * @param lesson the lesson
 * @param coverage what was seen
 * @param losses why recordings could not be analysed
 */
record LessonCoverage(Lesson lesson, Coverage coverage, List<Message> losses) {
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");
  private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("HH:mm:ss");

  /** Shorter stretches are told with seconds. */
  private static final Duration BRIEF = Duration.ofMinutes(2);

  /** Shortest stretch of a view without the room that the reader should know of. */
  private static final Duration NOTABLE = Duration.ofSeconds(60);

  /** Shortest share of the lesson that the reader should know of, however short it is. */
  private static final double NOTABLE_SHARE = 0.1;

  /** Judges the coverage of a lesson. */
  static LessonCoverage of(Lesson lesson, Analysis analysis, People people, CoverageRules rules) {
    return new LessonCoverage(lesson, rules.judge(analysis.viewed(), people), analysis.losses());
  }

  /** {@return the rules for a lesson, without knowing what is usual} */
  static CoverageRules rules(Lesson lesson, Analysis analysis) {
    return new CoverageRules(slot(lesson, analysis.footage()), Optional.empty());
  }

  /** {@return who was seen} */
  static People people(EnrolledClass enrolled, Identification found) {
    long recognisable =
        enrolled.roster().students().stream()
            .filter(student -> enrolled.obstacle(student).isEmpty())
            .count();
    return new People(found.matches().size(), found.unknown().size(), (int) recognisable);
  }

  /** A recording sent to take attendance is meant to be shorter than the lesson. */
  private static Optional<LessonTime> slot(Lesson lesson, List<Footage> footage) {
    return lesson
        .timetable()
        .filter(slot -> !footage.stream().allMatch(RecordingDrop::isSent))
        .map(slot -> new LessonTime(at(slot.start(), lesson), at(slot.end(), lesson)));
  }

  private static Duration at(LocalDateTime time, Lesson lesson) {
    return Duration.between(lesson.recordingStart(), time);
  }

  /** {@return why a student who was not seen may have been there; empty if it proves absence} */
  Optional<Message> doubt() {
    return coverage.doubts().stream().findFirst().map(this::doubt);
  }

  private Message doubt(Doubt doubt) {
    return switch (doubt) {
      case NO_FACES -> Message.of(Reason.NOT_SEEN_NO_FACES);
      case OTHER_CLASS -> Message.of(Reason.NOT_SEEN_OTHER_CLASS);
      case UNSEEN -> Message.of(Reason.NOT_SEEN_UNSEEN, seen(), expected());
      case TOO_SHORT -> Message.of(Reason.NOT_SEEN_TOO_SHORT, seen(), expected());
      case FEW_FACES -> Message.of(Reason.NOT_SEEN_FEW_FACES);
      case FEW_PICTURES -> Message.of(Reason.NOT_SEEN_FEW_PICTURES);
    };
  }

  private String seen() {
    return text(coverage.seen());
  }

  private String expected() {
    return text(coverage.expected());
  }

  /** {@return minutes and seconds, as a player shows them} */
  private static String text(Duration time) {
    return "%d:%02d".formatted(time.toMinutes(), time.toSecondsPart());
  }

  /** {@return done, or partial with what is missing} */
  Outcome outcome() {
    List<Message> missing = new ArrayList<>(losses);
    coverage.doubts().stream().findFirst().map(this::lessonDoubt).ifPresent(missing::add);
    inside().filter(this::isNotable).forEach(stretch -> missing.add(message(stretch)));
    return missing.isEmpty() ? Outcome.done() : Outcome.partial(missing);
  }

  private Message lessonDoubt(Doubt doubt) {
    return switch (doubt) {
      case NO_FACES -> Message.of(Reason.LESSON_NO_FACES);
      case OTHER_CLASS -> Message.of(Reason.LESSON_OTHER_CLASS);
      case UNSEEN -> Message.of(Reason.LESSON_UNSEEN, seen(), expected());
      case TOO_SHORT -> Message.of(Reason.LESSON_TOO_SHORT, seen(), expected());
      case FEW_FACES ->
          Message.of(
              Reason.LESSON_FEW_FACES,
              Math.round(coverage.faces()),
              Math.round(coverage.usual().orElse(0.0)));
      case FEW_PICTURES -> Message.of(Reason.LESSON_FEW_PICTURES);
    };
  }

  /** {@return what the reader should know of besides what is missing} */
  List<Message> remarks() {
    List<Stretch> recorded =
        coverage.stretches().stream().filter(one -> one.view() != View.NOT_RECORDED).toList();
    boolean isShort =
        coverage.provesAbsence()
            && coverage.expected().toMillis() * (1 - NOTABLE_SHARE) > length(recorded).toMillis();
    return isShort
        ? List.of(
            Message.of(
                Reason.RECORDED_IN_PART,
                clock(recorded.get(0).from()),
                clock(recorded.get(recorded.size() - 1).to()),
                CLOCK.format(lesson.start()),
                CLOCK.format(lesson.end())))
        : List.of();
  }

  private static Duration length(List<Stretch> stretches) {
    return stretches.stream().map(Stretch::length).reduce(Duration.ZERO, Duration::plus);
  }

  /**
   * {@return the stretches not seen between the start of the first recording and the end of the
   * last}
   */
  private Stream<Stretch> inside() {
    List<Stretch> all = coverage.stretches();
    return coverage.unseen().stream()
        .filter(one -> one.view() != View.NOT_RECORDED || !isAtAnEnd(one, all));
  }

  private static boolean isAtAnEnd(Stretch stretch, List<Stretch> all) {
    return stretch.equals(all.get(0)) || stretch.equals(all.get(all.size() - 1));
  }

  private boolean isNotable(Stretch stretch) {
    return stretch.view() == View.UNREADABLE
        || stretch.length().compareTo(NOTABLE) >= 0
        || stretch.length().toMillis() >= NOTABLE_SHARE * coverage.expected().toMillis();
  }

  private Message message(Stretch stretch) {
    DateTimeFormatter clock = stretch.length().compareTo(BRIEF) < 0 ? SECONDS : CLOCK;
    String from = clock.format(lesson.clock(stretch.from()));
    String to = clock.format(lesson.clock(stretch.to()));
    return switch (stretch.view()) {
      case DARK -> Message.of(Reason.VIEW_DARK, from, to);
      case BLANK -> Message.of(Reason.VIEW_BLANK, from, to);
      case FROZEN -> Message.of(Reason.VIEW_FROZEN, from, to);
      case TURNED_AWAY -> Message.of(Reason.VIEW_TURNED_AWAY, from, to);
      case UNREADABLE -> Message.of(Reason.VIEW_UNREADABLE, from, to);
      case NOT_RECORDED -> Message.of(Reason.VIEW_NOT_RECORDED, from, to);
      case SEEN -> throw new IllegalArgumentException("Seen: " + stretch);
    };
  }

  private String clock(Duration at) {
    return CLOCK.format(lesson.clock(at));
  }
}
