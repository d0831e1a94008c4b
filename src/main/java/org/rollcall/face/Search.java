package org.rollcall.face;

import java.util.List;
import java.util.Optional;
import org.rollcall.model.Box;
import org.rollcall.model.Picture;

/**
 * A picture to search for faces, and where to search in it.
 *
 * @param picture the picture, upright
 * @param places boxes of faces seen shortly before or after, in pixels of the picture: only these
 *     and their surroundings are searched; empty to search the whole picture
 */
public record Search(Picture picture, Optional<List<Box>> places) {
  public Search {
    places = places.map(List::copyOf);
  }

  /**
   * A search of a whole picture.
   *
   * @param picture the picture, upright
   * @return the search
   */
  public static Search whole(Picture picture) {
    return new Search(picture, Optional.empty());
  }

  /**
   * A search for faces that have hardly moved: far cheaper than searching the whole picture.
   *
   * @param picture the picture, upright
   * @param places boxes of the expected faces; if two overlap and lead to the same face, it is
   *     returned once
   * @return the search
   */
  public static Search around(Picture picture, List<Box> places) {
    return new Search(picture, Optional.of(places));
  }
}
