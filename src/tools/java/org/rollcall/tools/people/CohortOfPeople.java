package org.rollcall.tools.people;

import java.util.List;
import java.util.Map;
import org.rollcall.identity.cohort.CohortBuilder;
import org.rollcall.model.picture.Embedding;
import org.rollcall.model.picture.FaceCrop;

/** Counts people for a cohort: each by the photo, and by the mean of all looks. */
public final class CohortOfPeople {
  private CohortOfPeople() {}

  /**
   * Counts people.
   *
   * @param groups people by group
   * @param embeddings of their faces, in one space
   * @return what makes the cohort
   */
  public static CohortBuilder of(
      Map<String, List<Person>> groups, Map<FaceCrop, Embedding> embeddings) {
    CohortBuilder cohort = new CohortBuilder();
    groups.forEach(
        (group, people) -> {
          for (Person person : people) {
            Embedding photo = embeddings.get(person.photos().get(0));
            float[] sum = new float[photo.dimension()];
            person.looks().forEach(look -> embeddings.get(look.crop()).addTo(sum, 1));
            cohort.add(group, photo, Embedding.normalised(sum));
          }
        });
    return cohort;
  }
}
