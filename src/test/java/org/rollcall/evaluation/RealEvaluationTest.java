package org.rollcall.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.basics.FileTree;
import org.rollcall.face.pack.PackInstaller;
import org.rollcall.face.pack.PackSource;
import org.rollcall.model.Progress;
import org.rollcall.model.evaluation.Evaluation;
import org.rollcall.model.evaluation.Trial.TrialOutcome;
import org.rollcall.model.evaluation.TrialTally;
import org.rollcall.school.Home;
import org.rollcall.testing.SharedFolders;
import org.rollcall.testing.UsesPacks;

/** Real faces with the published packs: a film, and photos of people. */
@UsesPacks
class RealEvaluationTest {
  private static final EvaluationOptions OPTIONS =
      new EvaluationOptions(4, 20, Optional.empty(), Optional.empty());
  private static final int PEOPLE = 28;

  /** One of the strangers is so like one of the students that single photos of him pass. */
  private static final double MOST_LOOK_ALIKES = 0.05;

  /** To single photos, as the nearest neighbours do, more of his are like enough. */
  private static final double MOST_LOOK_ALIKES_OF_OTHERS = 0.1;

  @TempDir Path root;

  @Test
  void evaluate_filmAndPhotos_findsMostAndMarksHardlyAnybodyElse() throws IOException {
    Home home = home();
    List<Path> folders = List.of(SharedFolders.data().resolve("clips/hamilton"), people());

    try (Evaluator evaluator = Evaluator.open(home, Clock.systemUTC())) {
      Evaluation evaluation = evaluator.evaluate(folders, OPTIONS, Progress.NONE);

      assertThat(evaluation.sets()).hasSize(2);
      assertThat(evaluation.results())
          .isNotEmpty()
          .allSatisfy(
              result -> {
                TrialTally film = result.tally(evaluation.sets().get(0));
                assertThat(film.count(TrialOutcome.FOUND)).isEqualTo(1);
                assertThat(film.absent()).isEqualTo(3);
                TrialTally photos = result.tally(evaluation.sets().get(1));
                assertThat(photos.found().share()).isGreaterThan(0.8);
                assertThat(photos.absent()).isGreaterThan(40);
                assertThat(photos.falsePresent().share()).isLessThan(mostLookAlikes(result));
              });
    }
  }

  private static double mostLookAlikes(Evaluation.ClassifierResult result) {
    return result.classifier().equals("template") ? MOST_LOOK_ALIKES : MOST_LOOK_ALIKES_OF_OTHERS;
  }

  private Home home() throws IOException {
    Home home = Home.of(root.resolve("home"));
    Files.createDirectories(home.config());
    Files.writeString(home.settingsFile(), "");
    PackInstaller installer = new PackInstaller(home.modelsFolder());
    installer.install(
        installer.installable(), PackSource.folder(SharedFolders.models()), fetched -> {});
    return home;
  }

  /** The first people only: all of them would take minutes. */
  private Path people() throws IOException {
    Path people = root.resolve("people");
    for (Path person : Folders.list(SharedFolders.data().resolve("lfw-dev/people"), path -> true)) {
      if (!Files.exists(people) || Folders.list(people, path -> true).size() < PEOPLE) {
        Files.createDirectories(people);
        FileTree.copy(person, people.resolve(person.getFileName().toString()));
      }
    }
    return people;
  }
}
