package org.rollcall.lesson;

import java.time.Duration;
import java.util.Optional;
import org.rollcall.model.Lesson;
import org.rollcall.model.LessonKey;

/**
 * The part of a recording that belongs to one lesson.
 *
 * @param lesson which lesson: with the begin of its slot, so that all recordings of it meet;
 *     without one, with the begin of the recording
 * @param slot begin and end of the lesson in the timetable, where it has the lesson
 * @param from its first moment, in elapsed time from the begin of the recording
 * @param to the moment after its last one, likewise; empty for the end of the recording, wherever
 *     that is
 */
record Stretch(
    LessonKey lesson, Optional<Lesson.Slot> slot, Duration from, Optional<Duration> to) {}
