package org.rollcall.face;

import java.util.List;
import java.util.Optional;
import org.rollcall.model.Box;
import org.rollcall.model.Picture;

/**
 * Which faces to look for in a picture.
 *
 * @param picture the picture, upright
 * @param places boxes of faces seen shortly before or after, in pixels of the picture, to look at
 *     and around only; empty to search the whole picture
 */
public record Search(Picture picture, Optional<List<Box>> places) {
  public Search {
    places = places.map(List::copyOf);
  }

  /**
   * Looks for all faces.
   *
   * @param picture where
   * @return the search
   */
  public static Search whole(Picture picture) {
    return new Search(picture, Optional.empty());
  }

  /**
   * Looks for faces that have hardly moved: far cheaper than searching the whole picture.
   *
   * @param picture where
   * @param places where the faces may be, as boxes of their size; two that overlap may lead to the
   *     same face, which comes out once
   * @return the search
   */
  public static Search around(Picture picture, List<Box> places) {
    return new Search(picture, Optional.of(places));
  }
}
