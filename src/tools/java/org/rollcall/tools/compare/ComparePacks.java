package org.rollcall.tools.compare;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.rollcall.face.pack.PackLibrary;
import org.rollcall.identity.cohort.Likeness;
import org.rollcall.model.picture.Embedding;
import org.rollcall.tools.MarkdownTable;
import org.rollcall.tools.PortraitPhoto;

/**
 * Puts the embedders side by side: how many people of a class they find again, in photos and in
 * what a camera in a classroom would make of them, and the time they take. Prints tables in
 * Markdown.
 *
 * <p>{@code ComparePacks PEOPLE MODELS [SPACE...]}
 *
 * <p>Classes of 30 are drawn by lot, four photos of each enrolled; everybody else is a stranger.
 * The people must be others than those the cohorts were counted on. A student is found whose face
 * is most like the right template, and more like it than 99.7 % of the strangers are like any; that
 * limit is each row's own. The 95 % intervals come from resampling the people, with the limit as it
 * is.
 */
public final class ComparePacks {
  private static final List<String> SPACES =
      List.of("compact", "mobilefacenet-foamliu", "facenet-vggface2", "fused");

  private static final int AVERAGED = 3;

  private final Album album;
  private final List<String> spaces;

  private ComparePacks(Album album, List<String> spaces) {
    this.album = album;
    this.spaces = spaces;
  }

  /**
   * Compares them.
   *
   * @param args folder with a folder of photos for each person, folder of installed packs,
   *     embedding spaces if not all of them
   * @throws IOException if a file cannot be read
   */
  public static void main(String[] args) throws IOException {
    List<String> spaces = args.length > 2 ? Arrays.asList(args).subList(2, args.length) : SPACES;
    try (Album album = new Album(new PackLibrary(Path.of(args[1])), spaces)) {
      for (Path person : PortraitPhoto.files(Path.of(args[0]))) {
        album.add(person.getFileName().toString(), PortraitPhoto.files(person));
      }
      ComparePacks comparison = new ComparePacks(album, spaces);
      comparison.printTimes();
      for (View view : View.values()) {
        comparison.printIdentified("Faces " + view.title(), EnumSet.of(view));
      }
      comparison.printIdentified("Faces of all widths, one limit", EnumSet.allOf(View.class));
    }
  }

  private void printTimes() {
    Map<String, Double> times = album.times();
    double first = times.get(spaces.get(0));
    MarkdownTable.begin(
        "Time for a face in a batch of 16", "pack", "ms", "times that of " + spaces.get(0));
    times.forEach((space, time) -> MarkdownTable.row(space, time, time / first));
  }

  private void printIdentified(String title, Set<View> views) {
    MarkdownTable.begin(
        title + ", in percent",
        "pack",
        "score",
        "one photo: nearest",
        "one photo: found",
        "mean of three: nearest",
        "mean of three: found");
    for (String space : spaces) {
      printIdentified(views, space, "cosine", Likeness::byCosine);
      printIdentified(views, space, "against cohort", Likeness.againstCohort(space));
    }
  }

  private void printIdentified(
      Set<View> views, String space, String score, Function<Embedding, Likeness> likeness) {
    IdentificationRates one =
        new IdentificationRates(new DrawnClasses(album.people(space), likeness, 1).trials(views));
    IdentificationRates mean =
        new IdentificationRates(
            new DrawnClasses(album.people(space), likeness, AVERAGED).trials(views));
    MarkdownTable.row(space, score, one.nearest(), one.found(), mean.nearest(), mean.found());
  }
}
