package org.rollcall.identity;

import java.util.List;
import java.util.function.Function;
import org.rollcall.identity.cohort.Cohort;
import org.rollcall.model.picture.Embedding;
import org.rollcall.model.picture.FaceCrop;

/**
 * Embeds crops in one space.
 *
 * @param function computes an embedding for each crop
 * @param cohort cohort of the space
 */
public record CropEmbedder(Function<List<FaceCrop>, List<Embedding>> function, Cohort cohort) {
  List<Embedding> embed(List<Sighting> crops) {
    return crops.isEmpty()
        ? List.of()
        : function.apply(crops.stream().map(Sighting::crop).toList());
  }
}
