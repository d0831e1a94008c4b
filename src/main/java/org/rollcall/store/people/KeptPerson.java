package org.rollcall.store.people;

import java.time.Instant;
import org.rollcall.model.LessonKey;
import org.rollcall.model.UnknownPerson;

/**
 * An unknown person as the store keeps it.
 *
 * @param person who
 * @param processed when the last recording with the person was processed
 * @param best the lesson that saw the face best
 */
public record KeptPerson(UnknownPerson person, Instant processed, LessonKey best) {}
