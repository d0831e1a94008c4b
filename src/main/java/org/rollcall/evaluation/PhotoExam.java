package org.rollcall.evaluation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import org.rollcall.enrol.EnrolledClass;
import org.rollcall.face.FaceEngine;
import org.rollcall.identity.ClassModel;
import org.rollcall.identity.Identification;
import org.rollcall.identity.Identifier;
import org.rollcall.identity.Match;
import org.rollcall.identity.MatchingSettings;
import org.rollcall.identity.MatchingSettings.Method;
import org.rollcall.identity.Tracklet;
import org.rollcall.identity.cohort.Cohort;
import org.rollcall.lesson.DryRun;
import org.rollcall.model.Progress;
import org.rollcall.model.RollcallException;
import org.rollcall.model.Student;
import org.rollcall.model.evaluation.Evaluation.TestSet;
import org.rollcall.model.evaluation.Trial;
import org.rollcall.model.evaluation.Trial.Conditions;
import org.rollcall.settings.Settings;

/**
 * Tests, for each photo, who is recognised in it. One photo is enough for a sure match, whereas a
 * lesson needs several sightings.
 */
final class PhotoExam implements Exam {
  /** Number of photos processed at once. */
  private static final int BATCH = 32;

  private final LabelledPhotos photos;
  private final Groups groups;
  private final DryRun dryRun;
  private final PhotoReader reader;
  private final Identifier identifier;
  private final Classifiers classifiers;
  private final int minFacePixels;

  PhotoExam(LabelledPhotos photos, Groups groups, Settings settings, FaceEngine engine) {
    this.photos = photos;
    this.groups = groups;
    this.dryRun = new DryRun(settings, engine);
    this.reader = new PhotoReader(engine);
    this.classifiers = new Classifiers(engine, settings.matching().method());
    this.minFacePixels = settings.enrolment().minFacePixels();
    double rate = settings.matching().falseAcceptRate();
    this.identifier =
        new Identifier(
            new MatchingSettings(rate, 1, Method.TEMPLATE), Cohort.of(engine.embeddingSpace()));
  }

  /** A photo and the student whom it shows; empty for a stranger. */
  private record Question(Path photo, Optional<Student> actual) {}

  @Override
  public void run(String name, Trials trials, Progress progress) {
    progress.start(name + ", enrolment");
    EnrolledClass enrolled = enrol(progress);
    requireSomebody(enrolled);
    Map<String, ClassModel> models = classifiers.train(enrolled.templates());
    List<Question> questions = questions(name, enrolled, trials);
    trials.add(new TestSet(name, description(enrolled, questions), students(enrolled)));
    progress.start(name);
    for (int from = 0; from < questions.size(); from += BATCH) {
      if (Thread.currentThread().isInterrupted()) {
        throw new RollcallException("Rollcall was stopped during the evaluation.");
      }
      int to = Math.min(from + BATCH, questions.size());
      ask(name, questions.subList(from, to), models, trials);
      progress.items(to, questions.size());
    }
    progress.end();
  }

  private EnrolledClass enrol(Progress progress) {
    try (TemporaryHome home = TemporaryHome.of(photos.students())) {
      return dryRun.enrol(home.home(), TemporaryHome.CLASS_NAME, progress);
    }
  }

  private void requireSomebody(EnrolledClass enrolled) {
    if (enrolled.templates().isEmpty()) {
      throw new RollcallException(
          "No photo in %s can be enrolled: expected one sharp face in each, at least %d px wide."
              .formatted(photos.name(), minFacePixels));
    }
  }

  /** Leaves out students who could not be enrolled: there is nothing to compare them with. */
  private List<Question> questions(String name, EnrolledClass enrolled, Trials trials) {
    Set<String> known = students(enrolled).stream().map(Student::id).collect(Collectors.toSet());
    List<Question> questions = new ArrayList<>();
    for (LabelledPhotos.Sitter sitter : photos.students()) {
      if (known.contains(sitter.student().id())) {
        sitter.rest().forEach(p -> questions.add(new Question(p, Optional.of(sitter.student()))));
      }
    }
    int without = photos.students().size() - known.size();
    if (without > 0) {
      trials.note(
          "%s: %d of the people have no photo that can be enrolled, and are left out."
              .formatted(name, without));
    }
    photos.strangers().forEach(photo -> questions.add(new Question(photo, Optional.empty())));
    return questions;
  }

  private static List<Student> students(EnrolledClass enrolled) {
    return enrolled.templates().stream().map(template -> template.student()).toList();
  }

  private static String description(EnrolledClass enrolled, List<Question> questions) {
    long ofStudents = questions.stream().filter(q -> q.actual.isPresent()).count();
    return "Photos: %d people enrolled, %d other photos of them, %d photos of strangers."
        .formatted(enrolled.templates().size(), ofStudents, questions.size() - ofStudents);
  }

  private void ask(
      String set, List<Question> questions, Map<String, ClassModel> models, Trials trials) {
    List<PhotoReader.ReadPhoto> readings =
        reader.read(questions.stream().map(Question::photo).toList());
    for (int i = 0; i < questions.size(); i++) {
      Question question = questions.get(i);
      PhotoReader.ReadPhoto reading = readings.get(i);
      if (reading.problem().isPresent()) {
        trials.note(reading.problem().get());
        continue;
      }
      models.forEach(
          (classifier, model) -> trials.add(classifier, trial(set, question, reading, model)));
    }
  }

  private Trial trial(
      String set, Question question, PhotoReader.ReadPhoto reading, ClassModel model) {
    Optional<Match> match =
        reading.track().flatMap(track -> strongest(identifier.identify(model, List.of(track))));
    return new Trial(
        set,
        question.photo.getFileName().toString(),
        question.actual,
        match.map(found -> sameInstance(found.student(), question)),
        match.map(Match::sure).orElse(false),
        new Conditions(
            reading.track().map(PhotoExam::width).orElse(OptionalDouble.empty()),
            reading.light(),
            reading.track().isPresent() ? 1 : 0),
        Optional.empty(),
        groups.ofPhoto(question.photo));
  }

  private static Optional<Match> strongest(Identification identification) {
    return identification.matches().stream().max(Comparator.comparingDouble(Match::score));
  }

  private static Student sameInstance(Student found, Question question) {
    return question.actual.filter(actual -> actual.id().equals(found.id())).orElse(found);
  }

  private static OptionalDouble width(Tracklet track) {
    return OptionalDouble.of(track.path().get(0).box().width());
  }
}
