package org.rollcall.tools.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.face.pack.PackInstaller;
import org.rollcall.face.pack.PackLibrary;
import org.rollcall.face.pack.PackSource;
import org.rollcall.identity.MatchingSettings.Method;
import org.rollcall.testing.SharedFolders;
import org.rollcall.testing.UsesPacks;
import org.rollcall.tools.people.PeopleByGroup;
import org.rollcall.tools.simulate.MarkedStudent.Mark;
import org.rollcall.tools.simulate.SplitGroups.AbsentStudent;

/**
 * Lessons of classes with a minority, with photos of real people of several regions and ages, which
 * are not part of the project.
 */
@UsesPacks
class SplitGroupsTest {
  private static final String SPACE = "mobilefacenet-foamliu";
  private static final List<String> GROUPS =
      List.of(
          "White-20-45",
          "Black-20-45",
          "EastAsian-20-45",
          "White-03-09",
          "EastAsian-03-09",
          "Indian-03-09");
  private static final int LESSONS = 8;

  /** Of a thousand absent students: the aim is one. */
  private static final double MOST_MARKED = 0.003;

  private static final double MOST_REVIEWED = 0.1;

  private static SplitGroups groups;

  @TempDir static Path folder;

  @BeforeAll
  static void findPeople() throws IOException {
    Path photos = SharedFolders.data().resolve("groups");
    Path models = folder.resolve("models");
    new PackInstaller(models)
        .install(List.of("mtcnn", SPACE), PackSource.folder(SharedFolders.models()), fetched -> {});
    List<Path> folders =
        Stream.concat(
                GROUPS.stream().map(group -> photos.resolve("strangers").resolve(group)),
                Stream.of(photos.resolve("people")))
            .toList();
    PeopleByGroup people =
        PeopleByGroup.of(folders, new PackLibrary(models), folder.resolve("cache"));
    groups =
        new SplitGroups(
            people,
            SPACE,
            (examples, classes) -> {
              throw new AssertionError("no classifier is trained here");
            });
  }

  @Test
  void hold_absentStudentsOfTheMinority_areNotMarkedForStrangersLikeThem() throws IOException {
    List<AbsentStudent> absent = groups.hold(LESSONS, Method.TEMPLATE);

    assertThat(absent).hasSizeGreaterThan(2000);
    assertThat(share(absent.stream().map(AbsentStudent::mark), Mark.SURE))
        .isLessThanOrEqualTo(MOST_MARKED);
    for (String group : GROUPS) {
      assertThat(
              share(
                  absent.stream()
                      .filter(student -> student.mix().minority().equals(group))
                      .map(AbsentStudent::mark),
                  Mark.REVIEW))
          .as(group)
          .isLessThanOrEqualTo(MOST_REVIEWED);
    }
  }

  @Test
  void albums_peopleWhoLookAlikeOnPurpose_areFoundAndToldApart() throws IOException {
    Map<String, List<GroupLessons.Outcome>> albums = groups.albums(LESSONS, Method.TEMPLATE);

    List<GroupLessons.Outcome> alike = albums.get("EastAsian");
    Stream<Mark> present =
        alike.stream().filter(GroupLessons.Outcome::present).map(GroupLessons.Outcome::mark);
    Stream<Mark> absent =
        alike.stream().filter(held -> !held.present()).map(GroupLessons.Outcome::mark);
    assertThat(share(present, Mark.SURE)).isGreaterThan(0.75);
    assertThat(share(absent, Mark.SURE)).isLessThan(0.02);
  }

  private static double share(Stream<Mark> marks, Mark wanted) {
    Tally tally = new Tally(marks.toList());
    return (double) tally.count(wanted) / tally.count();
  }
}
