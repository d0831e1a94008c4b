package org.rollcall.model;

/**
 * The part of a recording that belongs to one lesson.
 *
 * @param recording the whole recording
 * @param lesson which lesson: with the start of its slot in the timetable, so that all recordings
 *     of it meet; without one, with the start of the recording
 * @param window from where to where
 */
public record RecordingPart(Inspection recording, LessonKey lesson, Window window) {}
