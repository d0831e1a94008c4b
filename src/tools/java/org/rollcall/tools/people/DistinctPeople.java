package org.rollcall.tools.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.rollcall.model.picture.Embedding;
import org.rollcall.model.picture.FaceCrop;

/** Leaves out people who are in a group twice, under two names. */
final class DistinctPeople {
  /**
   * Cosine, after the mean of the group has been taken away, from which two photos show one person.
   * All pairs above it were looked at: nearly all are one person's.
   */
  private static final double SAME_PERSON = 0.5;

  private DistinctPeople() {}

  /** {@return the first of each of the people, in the same order} */
  static List<Person> of(List<Person> people, Map<FaceCrop, Embedding> embeddings) {
    List<Embedding> photos =
        people.stream().map(person -> embeddings.get(person.photos().get(0))).toList();
    float[] mean = new float[photos.get(0).dimension()];
    photos.forEach(photo -> photo.addTo(mean, -1f / photos.size()));
    List<Person> distinct = new ArrayList<>();
    List<Embedding> known = new ArrayList<>();
    for (int i = 0; i < people.size(); i++) {
      float[] difference = mean.clone();
      photos.get(i).addTo(difference, 1);
      Embedding face = Embedding.normalised(difference);
      if (known.stream().noneMatch(other -> other.cosine(face) > SAME_PERSON)) {
        distinct.add(people.get(i));
        known.add(face);
      }
    }
    return distinct;
  }
}
