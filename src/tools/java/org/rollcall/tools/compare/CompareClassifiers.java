package org.rollcall.tools.compare;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.rollcall.face.FaceEngine;
import org.rollcall.face.FaceSettings;
import org.rollcall.face.MxnetFaceEngine;
import org.rollcall.face.pack.PackLibrary;
import org.rollcall.identity.ClassModel;
import org.rollcall.identity.ClassTrainer;
import org.rollcall.identity.MatchingSettings.Method;
import org.rollcall.identity.Template;
import org.rollcall.identity.cohort.Cohort;
import org.rollcall.model.Student;
import org.rollcall.model.picture.Embedding;
import org.rollcall.tools.MarkdownTable;
import org.rollcall.tools.PortraitPhoto;

/**
 * Puts the classifiers side by side, and shows whether strangers pass their limits as seldom as
 * promised. Prints a table in Markdown.
 *
 * <p>{@code CompareClassifiers PEOPLE MODELS SPACE [NAME...]}
 *
 * <p>Classes of 30 are drawn by lot, four photos of each enrolled. Three small, dim pictures at a
 * time of everybody are compared with every student; what reaches the limit of another student is a
 * false accept. The people must be others than those the cohort was counted on. With names, there
 * are only those people: a school whose students have something in common.
 */
public final class CompareClassifiers {
  private static final int CLASSES = 5;
  private static final int STUDENTS = 30;
  private static final int ENROLLED_PHOTOS = 4;
  private static final int TOGETHER = 3;
  private static final double[] RATES = {0.01, 0.001, 0.0001};

  private final List<Photographed> people;
  private final ClassTrainer trainer;

  private CompareClassifiers(List<Photographed> people, ClassTrainer trainer) {
    this.people = people;
    this.trainer = trainer;
  }

  /**
   * Compares them.
   *
   * @param args folder with a folder of photos for each person, folder of installed packs,
   *     embedding space, names of the folders to use if not all
   * @throws IOException if a file cannot be read
   */
  public static void main(String[] args) throws IOException {
    PackLibrary packs = new PackLibrary(Path.of(args[1]));
    String space = args[2];
    List<String> names = Arrays.asList(args).subList(3, args.length);
    try (Album album = new Album(packs, List.of(space));
        FaceEngine engine =
            MxnetFaceEngine.open(packs, new FaceSettings(FaceSettings.AUTO, space, 40))) {
      for (Path person : PortraitPhoto.files(Path.of(args[0]))) {
        String name = person.getFileName().toString();
        if (names.isEmpty() || names.contains(name)) {
          album.add(name, PortraitPhoto.files(person));
        }
      }
      ClassTrainer trainer = new ClassTrainer(Cohort.of(space), engine::trainSoftmax);
      new CompareClassifiers(album.people(space), trainer).print();
    }
  }

  private void print() {
    MarkdownTable.begin(
        "Found, and false accepts as multiples of the rate of the limit",
        "classifier",
        "rate",
        "found",
        "false accepts",
        "pairs");
    for (Method method : Method.values()) {
      Counts counts = new Counts();
      for (int seed = 0; seed < CLASSES; seed++) {
        count(method, new Random(seed), counts);
      }
      for (int i = 0; i < RATES.length; i++) {
        MarkdownTable.row(
            method,
            100 * RATES[i] + " %",
            MarkdownTable.share(counts.found[i], counts.own),
            counts.falseAccepts[i] / (RATES[i] * counts.others),
            counts.others);
      }
    }
  }

  private void count(Method method, Random random, Counts counts) {
    List<Template> students = new ArrayList<>();
    List<Photographed> seen = new ArrayList<>();
    List<Photographed> shuffled = new ArrayList<>(people);
    Collections.shuffle(shuffled, random);
    for (Photographed person : shuffled) {
      List<Map<View, Embedding>> photos = person.photos();
      if (students.size() < STUDENTS && photos.size() >= ENROLLED_PHOTOS + TOGETHER) {
        Student student = new Student(person.name(), person.name());
        students.add(Template.of(student, faces(photos.subList(0, ENROLLED_PHOTOS), View.PHOTO)));
        photos = photos.subList(ENROLLED_PHOTOS, photos.size());
      }
      seen.add(new Photographed(person.name(), photos));
    }
    ClassModel model = trainer.train(method, students);
    for (Photographed person : seen) {
      List<Embedding> faces = faces(person.photos(), View.PIXELS_32);
      for (int end = TOGETHER; end <= faces.size(); end += TOGETHER) {
        counts.add(model, person.name(), mean(faces.subList(end - TOGETHER, end)));
      }
    }
  }

  private static List<Embedding> faces(List<Map<View, Embedding>> photos, View view) {
    return photos.stream().map(photo -> photo.get(view)).toList();
  }

  private static Embedding mean(List<Embedding> faces) {
    float[] sum = new float[faces.get(0).dimension()];
    faces.forEach(face -> face.addTo(sum, 1));
    return Embedding.normalised(sum);
  }

  private static final class Counts {
    final long[] found = new long[RATES.length];
    final long[] falseAccepts = new long[RATES.length];
    long own;
    long others;

    void add(ClassModel model, String name, Embedding face) {
      double[] scores = model.scores(face);
      for (int s = 0; s < scores.length; s++) {
        boolean same = model.students().get(s).id().equals(name);
        own += same ? 1 : 0;
        others += same ? 0 : 1;
        for (int i = 0; i < RATES.length; i++) {
          if (scores[s] >= model.limit(RATES[i], 1).score()) {
            found[i] += same ? 1 : 0;
            falseAccepts[i] += same ? 0 : 1;
          }
        }
      }
    }
  }
}
