package org.rollcall.tools.simulate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.rollcall.face.FaceEngine;
import org.rollcall.face.FaceSettings;
import org.rollcall.face.MxnetFaceEngine;
import org.rollcall.face.pack.PackLibrary;
import org.rollcall.identity.MatchingSettings.Method;
import org.rollcall.tools.MarkdownTable;
import org.rollcall.tools.people.PeopleByGroup;
import org.rollcall.tools.simulate.MarkedStudent.Mark;
import org.rollcall.tools.simulate.SplitGroups.AbsentStudent;

/**
 * Holds lessons of classes of one region and age, and of classes with a minority, where strangers
 * like them come in. Prints a table of the absent students of the minority for each pack and
 * classifier, and one of people with several photos, in Markdown.
 *
 * <p>{@code SimulateGroups MODELS CACHE LESSONS SPACE[,SPACE…] METHOD[,METHOD…] FOLDER…}
 */
public final class SimulateGroups {
  private SimulateGroups() {}

  /**
   * Holds the lessons.
   *
   * @param args folder of installed packs, folder for faces and embeddings, lessons of each kind,
   *     embedding spaces, classifiers, folders of photos or of people
   * @throws IOException if a file cannot be read or written
   */
  public static void main(String[] args) throws IOException {
    PackLibrary library = new PackLibrary(Path.of(args[0]));
    List<Path> folders = Arrays.stream(args).skip(5).map(Path::of).toList();
    PeopleByGroup people = PeopleByGroup.of(folders, library, Path.of(args[1]));
    int lessons = Integer.parseInt(args[2]);
    FaceSettings settings =
        new FaceSettings(
            FaceSettings.AUTO, PackLibrary.BUILT_IN, FaceSettings.DEFAULT.smallestFacePixels());
    try (FaceEngine engine = MxnetFaceEngine.open(library, settings)) {
      for (String space : args[3].split(",", -1)) {
        SplitGroups groups = new SplitGroups(people, space, engine::trainSoftmax);
        for (String method : args[4].split(",", -1)) {
          String title = "%s, %s: ".formatted(space, method);
          printAbsent(title, groups.hold(lessons, Method.valueOf(method)));
          printAlbums(title, groups.albums(lessons, Method.valueOf(method)));
        }
      }
    }
  }

  private static void printAbsent(String title, List<AbsentStudent> absent) {
    MarkdownTable.begin(
        title + "absent students of a group, when strangers of it come in",
        "group",
        "marked present (upper 95 % bound)",
        "review, %");
    rows(absent, student -> student.mix().minority());
    rows(absent, student -> "%d in 10".formatted(student.mix().tenths()));
  }

  private static void rows(List<AbsentStudent> absent, Function<AbsentStudent, String> kind) {
    absent.stream()
        .collect(
            Collectors.groupingBy(
                kind,
                TreeMap::new,
                Collectors.mapping(
                    AbsentStudent::mark,
                    Collectors.collectingAndThen(Collectors.toList(), Tally::new))))
        .forEach(
            (name, tally) -> MarkdownTable.row(name, tally.sureText(), tally.percent(Mark.REVIEW)));
  }

  private static void printAlbums(String title, Map<String, List<GroupLessons.Outcome>> albums) {
    MarkdownTable.begin(
        title + "classes of 6 with 4 strangers, seen in other photos than those enrolled",
        "people",
        "absent marked present",
        "review, %",
        "found, %",
        "review, %",
        "missed, %");
    albums.forEach(
        (group, held) -> {
          Tally absent = tally(held, false);
          Tally present = tally(held, true);
          MarkdownTable.row(
              group,
              absent.sureText(),
              absent.percent(Mark.REVIEW),
              present.percent(Mark.SURE),
              present.percent(Mark.REVIEW),
              present.percent(Mark.NOT_SEEN));
        });
  }

  private static Tally tally(List<GroupLessons.Outcome> held, boolean present) {
    return new Tally(
        held.stream()
            .filter(outcome -> outcome.present() == present)
            .map(GroupLessons.Outcome::mark)
            .toList());
  }
}
