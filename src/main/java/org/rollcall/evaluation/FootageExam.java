package org.rollcall.evaluation;

import java.util.List;
import java.util.Map;
import org.rollcall.basics.FileName;
import org.rollcall.enrol.EnrolledClass;
import org.rollcall.evaluation.Truth.TruePresence;
import org.rollcall.face.FaceEngine;
import org.rollcall.identity.ClassModel;
import org.rollcall.identity.Identification;
import org.rollcall.identity.Identifier;
import org.rollcall.identity.cohort.Cohort;
import org.rollcall.lesson.Analysis;
import org.rollcall.lesson.DryRun;
import org.rollcall.model.Progress;
import org.rollcall.model.Verdict;
import org.rollcall.model.evaluation.Evaluation.TestSet;
import org.rollcall.settings.Settings;

/**
 * Tests, for each student of a class and each of its recordings, whether the student was present.
 */
final class FootageExam implements Exam {
  private final LabelledFootage footage;
  private final Groups groups;
  private final DryRun dryRun;
  private final Identifier identifier;
  private final Classifiers classifiers;

  FootageExam(LabelledFootage footage, Groups groups, Settings settings, FaceEngine engine) {
    this.footage = footage;
    this.groups = groups;
    this.dryRun = new DryRun(settings, engine);
    this.classifiers = new Classifiers(engine, settings.matching().method());
    this.identifier = new Identifier(settings.matching(), Cohort.of(engine.embeddingSpace()));
  }

  @Override
  public void run(String name, Trials trials, Progress progress) {
    progress.start(name);
    EnrolledClass enrolled = enrol(progress);
    footage.requireKnown(enrolled.roster());
    Map<String, ClassModel> models = classifiers.train(enrolled.templates());
    for (Truth truth : footage.truths()) {
      String set = name + " " + stem(truth);
      progress.start(set);
      Analysis analysis = dryRun.analyse(truth.recording(), progress);
      analysis.warnings().forEach(warning -> trials.note(set + ": " + warning));
      trials.add(new TestSet(set, description(truth), enrolled.roster().students()));
      models.forEach(
          (classifier, model) -> {
            Identification identification = identifier.identify(model, analysis.tracks());
            List<Verdict> verdicts = dryRun.verdicts(enrolled, analysis, identification);
            new ExamLesson(set, truth, light(analysis), identification, groups)
                .trials(verdicts)
                .forEach(trial -> trials.add(classifier, trial));
          });
      noteWhoIsLeftOut(set, truth, enrolled, trials);
    }
    progress.end();
  }

  private EnrolledClass enrol(Progress progress) {
    try (TemporaryHome home = TemporaryHome.of(footage.classFolder())) {
      return dryRun.enrol(home.home(), TemporaryHome.CLASS_NAME, progress);
    }
  }

  private static String stem(Truth truth) {
    return FileName.stem(truth.recording().getFileName().toString());
  }

  private static String description(Truth truth) {
    return "Recording. Students present: %d; absent: %d; strangers: %d."
        .formatted(
            count(truth, TruePresence.PRESENT),
            count(truth, TruePresence.ABSENT),
            truth.strangers().size());
  }

  private static long count(Truth truth, TruePresence presence) {
    return truth.attendance().stream().filter(a -> a.presence() == presence).count();
  }

  private static double light(Analysis analysis) {
    return analysis.fullest().map(fullest -> Brightness.of(fullest.frame().picture())).orElse(0.0);
  }

  private static void noteWhoIsLeftOut(
      String set, Truth truth, EnrolledClass enrolled, Trials trials) {
    long either = count(truth, TruePresence.EITHER);
    if (either > 0) {
      trials.note(
          "%s: %d of the students were in view so briefly that they count neither way."
              .formatted(set, either));
    }
    int untold = enrolled.roster().students().size() - truth.attendance().size();
    if (untold > 0) {
      trials.note(
          "%s: the truth says nothing about %d of the students, who are left out."
              .formatted(set, untold));
    }
  }
}
