package org.rollcall.store.people;

import java.time.Instant;
import org.rollcall.model.LessonKey;
import org.rollcall.model.UnknownPerson;

/**
 * An unknown person in the store.
 *
 * @param person the person
 * @param processed when the last recording that shows the person was processed
 * @param best the lesson in which the face was seen best
 */
public record KeptPerson(UnknownPerson person, Instant processed, LessonKey best) {}
