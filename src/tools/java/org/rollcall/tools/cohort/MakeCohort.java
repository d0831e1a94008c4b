package org.rollcall.tools.cohort;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.rollcall.face.pack.PackLibrary;
import org.rollcall.tools.people.CohortOfPeople;
import org.rollcall.tools.people.PeopleByGroup;

/**
 * Makes the cohort file of an embedding space from photos of many people: folders of single photos,
 * one person each. A folder holds people of one region and age, and is named after them.
 *
 * <p>{@code MakeCohort MODELS SPACE FILE CACHE FOLDER…}
 */
public final class MakeCohort {
  private MakeCohort() {}

  /**
   * Makes one file.
   *
   * @param args folder of installed packs, embedding space, file to write, folder for faces and
   *     embeddings, folders of photos
   * @throws IOException if a file cannot be read or written
   */
  public static void main(String[] args) throws IOException {
    List<Path> folders = Arrays.stream(args).skip(4).map(Path::of).toList();
    PeopleByGroup people =
        PeopleByGroup.of(folders, new PackLibrary(Path.of(args[0])), Path.of(args[3]));
    try (OutputStream out = Files.newOutputStream(Path.of(args[2]))) {
      CohortOfPeople.of(people.groups(), people.embeddings(args[1])).write(out);
    }
  }
}
