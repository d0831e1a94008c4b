package org.rollcall.model;

/**
 * The part of a recording that belongs to one lesson.
 *
 * @param recording the whole recording
 * @param lesson the lesson: identified by the start of its slot in the timetable, which all its
 *     recordings share; without a slot, by the start of the recording
 * @param window the part that belongs to the lesson
 */
public record RecordingPart(Inspection recording, LessonKey lesson, Window window) {}
