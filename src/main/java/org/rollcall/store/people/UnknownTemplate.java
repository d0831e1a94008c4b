package org.rollcall.store.people;

import java.util.Set;
import org.rollcall.model.LessonKey;
import org.rollcall.model.UnknownPerson;
import org.rollcall.model.picture.Embedding;

/**
 * What an unknown person is recognised by.
 *
 * @param person who
 * @param lessons the lessons that saw the person
 * @param mean mean of what they saw, by their weights
 */
public record UnknownTemplate(UnknownPerson person, Set<LessonKey> lessons, Embedding mean) {
  /** Copies the lessons. */
  public UnknownTemplate {
    lessons = Set.copyOf(lessons);
  }
}
