package org.rollcall.tools.compare;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import org.rollcall.identity.Template;
import org.rollcall.identity.cohort.Likeness;
import org.rollcall.model.Student;
import org.rollcall.model.picture.Embedding;

/**
 * Classes drawn by lot: some people are enrolled with a few of their photos; their other photos and
 * everybody else's are compared with the class. The lot is the same for every space and view.
 */
final class DrawnClasses {
  private static final int CLASSES = 20;
  private static final int STUDENTS = 30;
  private static final int ENROLLED_PHOTOS = 4;

  private final List<Photographed> people;
  private final Function<Embedding, Likeness> likeness;
  private final int together;

  /**
   * Prepares for one score.
   *
   * @param people whom to draw from
   * @param likeness makes faces ready for the score
   * @param together how many photos of a person are averaged before they are compared
   */
  DrawnClasses(List<Photographed> people, Function<Embedding, Likeness> likeness, int together) {
    this.people = people;
    this.likeness = likeness;
    this.together = together;
  }

  /** {@return the trials of all classes with faces in each of the views} */
  List<ComparedFace> trials(Collection<View> views) {
    List<ComparedFace> trials = new ArrayList<>();
    for (int seed = 0; seed < CLASSES; seed++) {
      Drawn drawn = new Drawn(new Random(seed));
      views.forEach(view -> trials.addAll(drawn.trials(view)));
    }
    return trials;
  }

  /** A student, ready to be compared. */
  private record Enrolled(String name, Likeness likeness) {}

  private final class Drawn {
    private final List<Enrolled> students = new ArrayList<>();
    private final List<Photographed> seen = new ArrayList<>();

    Drawn(Random random) {
      List<Photographed> shuffled = new ArrayList<>(people);
      Collections.shuffle(shuffled, random);
      for (Photographed person : shuffled) {
        List<Map<View, Embedding>> photos = new ArrayList<>(person.photos());
        Collections.shuffle(photos, random);
        if (students.size() < STUDENTS && photos.size() > ENROLLED_PHOTOS) {
          enrol(person, photos.subList(0, ENROLLED_PHOTOS));
          photos = photos.subList(ENROLLED_PHOTOS, photos.size());
        }
        seen.add(new Photographed(person.name(), photos));
      }
    }

    private void enrol(Photographed person, List<Map<View, Embedding>> photos) {
      Student student = new Student(person.name(), person.name());
      List<Embedding> faces = photos.stream().map(photo -> photo.get(View.PHOTO)).toList();
      students.add(new Enrolled(person.name(), likeness.apply(Template.of(student, faces).mean())));
    }

    List<ComparedFace> trials(View view) {
      List<ComparedFace> trials = new ArrayList<>();
      for (Photographed person : seen) {
        List<Embedding> faces = person.photos().stream().map(photo -> photo.get(view)).toList();
        for (int end = together; end <= faces.size(); end += together) {
          trials.add(trial(person.name(), mean(faces.subList(end - together, end))));
        }
      }
      return trials;
    }

    private ComparedFace trial(String name, Embedding face) {
      Likeness seen = likeness.apply(face);
      boolean enrolled = false;
      boolean right = false;
      double highest = Double.NEGATIVE_INFINITY;
      for (Enrolled student : students) {
        double score = student.likeness().score(seen);
        boolean same = student.name().equals(name);
        enrolled |= same;
        if (score > highest) {
          highest = score;
          right = same;
        }
      }
      return new ComparedFace(name, enrolled, right, highest);
    }
  }

  private static Embedding mean(List<Embedding> faces) {
    float[] sum = new float[faces.get(0).dimension()];
    faces.forEach(face -> face.addTo(sum, 1));
    return Embedding.normalised(sum);
  }
}
