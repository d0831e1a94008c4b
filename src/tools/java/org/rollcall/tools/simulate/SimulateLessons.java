package org.rollcall.tools.simulate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.rollcall.face.pack.PackLibrary;
import org.rollcall.identity.cohort.Cohort;
import org.rollcall.tools.MarkdownTable;
import org.rollcall.tools.PortraitPhoto;
import org.rollcall.tools.simulate.MarkedStudent.Mark;
import org.rollcall.tools.simulate.MarkedStudent.Strangers;

/**
 * The open-set test: holds thousands of lessons with students who are absent and strangers who are
 * not, and counts who is marked by mistake and who is missed. Prints tables in Markdown.
 *
 * <p>{@code SimulateLessons PEOPLE STRANGERS MODELS CACHE [SPACE...]}
 *
 * <p>Classes of 20, 40 and 60 are drawn by lot from {@code PEOPLE}, four photos of each enrolled. A
 * quarter of them is absent and never shown; the others are seen in photos that are not enrolled,
 * and with them strangers: people of {@code PEOPLE} who are not in the class, or visitors of {@code
 * STRANGERS}. All are filmed as by a cheap camera ({@link Degradation}), found by the detector, and
 * embedded by every pack once; {@code CACHE} keeps that for the next time. Then tracks, matches and
 * limits are those of Rollcall itself.
 *
 * <p>The cohorts were counted on {@code STRANGERS}: the figures with people of other classes are
 * the ones to rely on. The same people come again and again in other classes, so the bounds, which
 * take all lessons as independent, are somewhat too narrow.
 */
public final class SimulateLessons {
  private static final List<String> SPACES =
      List.of("compact", "mobilefacenet-foamliu", "facenet-vggface2", "fused");

  /** Visitors in all; each of them is filmed in every scene. */
  private static final int VISITORS = 60;

  private static final List<Integer> CLASS_SIZES = List.of(20, 40, 60);

  /** Lessons of each class size, degradation and kind of strangers. */
  private static final int LESSONS = 25;

  private SimulateLessons() {}

  /**
   * Holds the lessons.
   *
   * @param args folder with a folder of photos for each person, folder of photos of strangers,
   *     folder of installed packs, folder for faces and embeddings, embedding spaces if not all
   * @throws IOException if a file cannot be read or written
   */
  public static void main(String[] args) throws IOException {
    List<String> spaces = args.length > 4 ? Arrays.asList(args).subList(4, args.length) : SPACES;
    FilmedPeople filmed =
        FilmedPeople.of(
            PortraitPhoto.files(Path.of(args[0])),
            PortraitPhoto.files(Path.of(args[1])).subList(0, VISITORS),
            new PackLibrary(Path.of(args[2])),
            Path.of(args[3]));
    List<MarkedStudents> held = new ArrayList<>();
    for (String space : spaces) {
      held.add(
          new SimulatedLessons(filmed, filmed.embeddings(space), Cohort.of(space))
              .hold(LESSONS, CLASS_SIZES));
    }
    printAbsent(spaces, held);
    printPresent(spaces, held);
  }

  private static void printAbsent(List<String> spaces, List<MarkedStudents> held) {
    MarkdownTable.begin(
        "Absent students marked present (upper 95 % bound)",
        "pack", "strangers of other classes", "visitors", "for review, all");
    for (int i = 0; i < spaces.size(); i++) {
      MarkedStudents absent = held.get(i).absent();
      MarkdownTable.row(
          spaces.get(i),
          among(absent, Strangers.OTHER_CLASSES).sureText(),
          among(absent, Strangers.VISITORS).sureText(),
          MarkdownTable.share(absent.count(Mark.REVIEW), absent.count()));
    }
  }

  private static MarkedStudents among(MarkedStudents lessons, Strangers strangers) {
    return lessons.only(lesson -> lesson.room().strangers() == strangers);
  }

  private static void printPresent(List<String> spaces, List<MarkedStudents> held) {
    List<String> columns = new ArrayList<>(List.of("pack", "from 30 px"));
    SeenFace.Scene.FACE_PIXELS.forEach(pixels -> columns.add(pixels + " px"));
    for (Degradation degradation : Degradation.values()) {
      columns.add(degradation.name().toLowerCase(Locale.ROOT));
    }
    MarkdownTable.begin(
        "Present students found, of those read five times, in percent; a review is half a find",
        columns.toArray(String[]::new));
    for (int i = 0; i < spaces.size(); i++) {
      MarkedStudents readable = held.get(i).readable();
      List<Object> cells = new ArrayList<>(List.of(spaces.get(i), readable.large().foundText()));
      for (int pixels : SeenFace.Scene.FACE_PIXELS) {
        cells.add(readable.only(lesson -> lesson.facePixels() == pixels).foundText());
      }
      for (Degradation degradation : Degradation.values()) {
        cells.add(
            readable
                .large()
                .only(lesson -> lesson.room().degradation() == degradation)
                .foundText());
      }
      MarkdownTable.row(cells.toArray());
    }
  }
}
