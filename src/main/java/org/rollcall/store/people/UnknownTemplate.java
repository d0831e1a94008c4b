package org.rollcall.store.people;

import java.util.Set;
import org.rollcall.model.LessonKey;
import org.rollcall.model.UnknownPerson;
import org.rollcall.model.picture.Embedding;

/**
 * The template by which an unknown person is recognised.
 *
 * @param person the person
 * @param lessons the lessons in which the person was seen
 * @param mean the weighted mean of the person's embeddings
 */
public record UnknownTemplate(UnknownPerson person, Set<LessonKey> lessons, Embedding mean) {
  /** Copies the lessons. */
  public UnknownTemplate {
    lessons = Set.copyOf(lessons);
  }
}
