package org.rollcall.evaluation;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rollcall.face.FaceEngine;
import org.rollcall.face.MxnetFaceEngine;
import org.rollcall.face.pack.PackLibrary;
import org.rollcall.home.Version;
import org.rollcall.model.Progress;
import org.rollcall.model.RollcallException;
import org.rollcall.model.evaluation.Evaluation;
import org.rollcall.school.Home;
import org.rollcall.settings.Settings;
import org.rollcall.settings.SettingsFile;

/**
 * Measures the accuracy of Rollcall with the settings and model packs of an installation:
 *
 * <ol>
 *   <li>enrol a class in a temporary folder,
 *   <li>detect and embed the faces in its recordings or photos once,
 *   <li>identify them with each classifier,
 *   <li>compare the results with the truth.
 * </ol>
 *
 * <p>The installation is not changed and may be used by others meanwhile. Use it from a single
 * thread and close it.
 */
public final class Evaluator implements AutoCloseable {
  private final Home home;
  private final Settings settings;
  private final FaceEngine engine;
  private final Clock clock;

  Evaluator(Home home, Settings settings, FaceEngine engine, Clock clock) {
    this.home = home;
    this.settings = settings;
    this.engine = engine;
    this.clock = clock;
  }

  /**
   * Opens an evaluator and loads the networks.
   *
   * @param home the installation
   * @param clock source of the current time
   * @return the evaluator; the caller closes it
   * @throws RollcallException if the settings or model packs are invalid
   */
  public static Evaluator open(Home home, Clock clock) {
    Settings settings = SettingsFile.read(home);
    PackLibrary library = new PackLibrary(home.modelsFolder());
    return new Evaluator(home, settings, MxnetFaceEngine.open(library, settings.face()), clock);
  }

  /**
   * Evaluates folders of labelled recordings or photos.
   *
   * @param folders folders that each hold labelled recordings or labelled photos
   * @param options how photos are divided, and by which groups figures are broken down
   * @param progress told how far the evaluation has got
   * @return the results over all folders
   * @throws RollcallException if a folder holds neither, if something in it cannot be read, if it
   *     does not tell the groups, or if there is nothing to evaluate
   */
  public Evaluation evaluate(List<Path> folders, EvaluationOptions options, Progress progress) {
    Instant started = clock.instant();
    Map<String, Exam> exams = new LinkedHashMap<>();
    for (Path folder : folders) {
      exams.put(unique(Folders.name(folder), exams), exam(folder, options));
    }
    Trials trials = new Trials();
    exams.forEach((name, exam) -> exam.run(name, trials, progress));
    if (trials.results().isEmpty()) {
      throw new RollcallException(
          "Nothing could be evaluated: no photo can be read, or the truth says nothing about any"
              + " student. "
              + String.join(" ", trials.notes()));
    }
    return new Evaluation(
        started,
        Duration.between(started, clock.instant()),
        Version.current(),
        engine.models(),
        settings.byKey(),
        trials.sets(),
        trials.results(),
        trials.notes());
  }

  private static String unique(String name, Map<String, Exam> others) {
    String unique = name;
    for (int number = 2; others.containsKey(unique); number++) {
      unique = "%s (%d)".formatted(name, number);
    }
    return unique;
  }

  private Exam exam(Path folder, EvaluationOptions options) {
    if (!Files.isDirectory(folder)) {
      throw new RollcallException(
          "%s is not a folder. Name a folder with labelled recordings or photos."
              .formatted(folder));
    }
    if (LabelledFootage.isIn(folder)) {
      LabelledFootage footage = LabelledFootage.read(folder, home);
      return new FootageExam(footage, groups(footage, options), settings, engine);
    }
    if (LabelledPhotos.areIn(folder)) {
      LabelledPhotos photos = LabelledPhotos.read(folder, options);
      return new PhotoExam(photos, groups(folder, options), settings, engine);
    }
    throw new RollcallException(
        "Nothing to evaluate in %s: found neither 'truth.json' beside a recording nor folders '<Name>' with photos. See 'rollcall evaluate --help'."
            .formatted(folder));
  }

  private Groups groups(LabelledFootage footage, EvaluationOptions options) {
    return options
        .by()
        .map(column -> Groups.ofClass(footage.classFolder(), column, home))
        .orElse(Groups.NONE);
  }

  private Groups groups(Path people, EvaluationOptions options) {
    Groups own =
        options.by().map(column -> Groups.ofPeople(people, column, home)).orElse(Groups.NONE);
    return options.strangers().map(folder -> own.and(folder, home)).orElse(own);
  }

  @Override
  public void close() {
    engine.close();
  }
}
