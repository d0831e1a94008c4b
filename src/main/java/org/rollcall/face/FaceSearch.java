package org.rollcall.face;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.rollcall.model.picture.Box;
import org.rollcall.model.picture.Picture;

/**
 * A picture to search for faces, and where to search in it.
 *
 * @param source gives the picture, upright; called once, by the thread that searches; empty if
 *     there is none after all
 * @param places boxes of faces seen shortly before or after, in pixels of the picture: only these
 *     and their surroundings are searched; empty to search the whole picture
 */
public record FaceSearch(Supplier<Optional<Picture>> source, Optional<List<Box>> places) {
  public FaceSearch {
    places = places.map(List::copyOf);
  }

  /**
   * A search of a whole picture.
   *
   * @param picture the picture, upright
   * @return the search
   */
  public static FaceSearch whole(Picture picture) {
    return new FaceSearch(() -> Optional.of(picture), Optional.empty());
  }

  /**
   * A search for faces that have hardly moved: far cheaper than searching the whole picture.
   *
   * @param source gives the picture, upright; decoding it then keeps no other search waiting
   * @param places boxes of the expected faces; if two overlap and lead to the same face, it is
   *     returned once
   * @return the search
   */
  static FaceSearch around(Supplier<Optional<Picture>> source, List<Box> places) {
    return new FaceSearch(source, Optional.of(places));
  }

  /** {@return the picture, to be asked for once; empty if there is none after all} */
  public Optional<Picture> picture() {
    return source.get();
  }
}
