package org.rollcall.demo;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.rollcall.demo.Performance.Stay;
import org.rollcall.demo.SeatingPlan.Seat;
import org.rollcall.evaluation.Truth;
import org.rollcall.evaluation.Truth.TrueAttendance;
import org.rollcall.evaluation.Truth.Visit;
import org.rollcall.model.Student;
import org.rollcall.model.picture.Picture;
import org.rollcall.video.Photos;

/**
 * A fictitious class: its roster, its enrolment photos, and the recording of a lesson with known
 * ground truth.
 *
 * <p>Face images 1–4 of each person are for enrolment; 5–8 appear in the recording.
 */
public final class ClassroomFootage {
  /** What the camera's clock shows at the start of a recording. */
  public static final LocalDateTime START = LocalDate.of(2026, 11, 16).atTime(9, 0);

  private static final int ENROLMENT_PHOTOS = 4;
  private static final int PHOTO_WIDTH = 300;
  private static final int PHOTO_HEIGHT = 340;
  private static final int JPEG_QUALITY = 92;
  private static final int FIRST_ID = 1001;

  /**
   * Longest time that anybody walks to or from a seat; in a short lesson, {@code WALK_SHARE} of its
   * length limits it further.
   */
  private static final double WALK_SECONDS = 4;

  private static final double WALK_SHARE = 0.08;

  /**
   * People who closely resemble nobody else. Samples of one model are more alike than real people
   * are: an absent student who looked like one present would be a harder case than any school
   * poses.
   */
  private static final List<Integer> DISTINCTIVE =
      List.of(1, 2, 4, 7, 13, 18, 19, 23, 24, 25, 26, 28);

  private final Scene scene;
  private final Random random;

  /** The whole cast: present students, absent students, strangers. */
  private final List<Integer> people;

  /** The people on the roster, in its order. */
  private final List<Integer> students;

  private ClassroomFootage(Scene scene) {
    this.scene = scene;
    this.random = new Random(scene.seed());
    this.people = chosen(scene.cast(), random);
    this.students =
        people.subList(0, scene.cast().present() + scene.cast().absent()).stream()
            .sorted(Comparator.comparing(Names::of))
            .toList();
  }

  /**
   * Draws the cast: absent students and strangers are distinctive people, students present are any
   * others.
   */
  private static List<Integer> chosen(Scene.Cast cast, Random random) {
    List<Integer> distinctive = new ArrayList<>(DISTINCTIVE);
    List<Integer> others =
        new ArrayList<>(IntStream.rangeClosed(1, Portrait.PEOPLE).boxed().toList());
    others.removeAll(distinctive);
    Collections.shuffle(distinctive, random);
    Collections.shuffle(others, random);
    distinctive.addAll(others);
    List<Integer> away = distinctive.subList(0, cast.absent() + cast.strangers());
    List<Integer> rest = new ArrayList<>(distinctive.subList(away.size(), distinctive.size()));
    Collections.shuffle(rest, random);
    List<Integer> people = new ArrayList<>(rest.subList(0, cast.present()));
    people.addAll(away);
    return people;
  }

  /**
   * Creates a class and films one of its lessons.
   *
   * @param scene the lesson to film
   * @param classFolder receives {@code roster.csv} and {@code students/<id>_<Name>/n.jpg}
   * @param recording the film to write, an MP4 file
   * @param filmed is told frequently how much has been filmed
   * @return what happens in the film
   * @throws IOException if a file cannot be written
   * @throws IllegalArgumentException if the people do not all fit into the frame
   */
  public static Truth compose(
      Scene scene, Path classFolder, Path recording, Consumer<Duration> filmed) throws IOException {
    ClassroomFootage footage = new ClassroomFootage(scene);
    List<Performance> performances = footage.stage();
    Files.createDirectories(classFolder);
    Files.createDirectories(recording.toAbsolutePath().getParent());
    List<Student> roster = footage.enrol(classFolder);
    new LessonFilm(scene, performances, START).write(recording, filmed);
    return footage.truth(recording, roster, performances);
  }

  private List<Student> enrol(Path classFolder) throws IOException {
    List<Student> roster = new ArrayList<>();
    StringBuilder table = new StringBuilder("id,name\n");
    for (int i = 0; i < students.size(); i++) {
      Student student = new Student("S" + (FIRST_ID + i), Names.of(students.get(i)));
      roster.add(student);
      table.append(student.id()).append(',').append(student.name()).append('\n');
      writePhotos(classFolder, student, students.get(i));
    }
    Files.writeString(classFolder.resolve("roster.csv"), table);
    return roster;
  }

  private static void writePhotos(Path classFolder, Student student, int person)
      throws IOException {
    String name = student.id() + "_" + student.name().replace(' ', '_');
    Path folder = Files.createDirectories(classFolder.resolve("students").resolve(name));
    for (int i = 1; i <= ENROLMENT_PHOTOS; i++) {
      Picture photo = photo(new Portrait(person, i));
      Files.write(
          folder.resolve(i + ".jpg"), Photos.encode(photo, PHOTO_HEIGHT, JPEG_QUALITY).bytes());
    }
  }

  private static Picture photo(Portrait portrait) {
    BufferedImage photo =
        new BufferedImage(PHOTO_WIDTH, PHOTO_HEIGHT, BufferedImage.TYPE_3BYTE_BGR);
    Graphics2D canvas = photo.createGraphics();
    canvas.setColor(new Color(178, 186, 192));
    canvas.fillRect(0, 0, PHOTO_WIDTH, PHOTO_HEIGHT);
    canvas.drawImage(portrait.body(), 0, 0, null);
    int left = Portrait.FACE_X - Portrait.HEAD_WIDTH / 2;
    int top = Portrait.FACE_Y - Portrait.HEAD_HEIGHT / 2;
    canvas.drawImage(portrait.skull(), left, top, null);
    canvas.drawImage(portrait.front(), left, top, null);
    canvas.dispose();
    byte[] bgr = ((DataBufferByte) photo.getRaster().getDataBuffer()).getData();
    return new Picture(PHOTO_WIDTH, PHOTO_HEIGHT, bgr);
  }

  /**
   * Assigns seats at random to the people present; the first two of the cast come late and leave
   * early.
   */
  private List<Performance> stage() {
    Scene.Cast cast = scene.cast();
    List<Seat> seats = new ArrayList<>(SeatingPlan.of(scene.camera(), cast.inTheRoom()));
    Collections.shuffle(seats, random);
    List<Performance> performances = new ArrayList<>();
    for (int i = 0; i < seats.size(); i++) {
      boolean student = i < cast.present();
      int person = people.get(student ? i : i + cast.absent());
      Stay stay = student && cast.present() >= 3 ? stay(i) : stay(Integer.MAX_VALUE);
      performances.add(Performance.random(person, seats.get(i), stay, random));
    }
    return performances;
  }

  private Stay stay(int number) {
    double length = scene.length().toMillis() / 1000.0;
    double walk = Math.min(WALK_SECONDS, WALK_SHARE * length);
    if (number == 0) {
      double comes = onFrame((0.3 + 0.12 * random.nextDouble()) * length);
      return new Stay(new TimeSpan(comes, length), new TimeSpan(comes + walk, length));
    }
    if (number == 1) {
      double goes = onFrame((0.58 + 0.12 * random.nextDouble()) * length);
      return new Stay(new TimeSpan(0, goes), new TimeSpan(0, goes - walk));
    }
    return new Stay(new TimeSpan(0, length), new TimeSpan(0, length));
  }

  private double onFrame(double second) {
    int rate = scene.camera().framesPerSecond();
    return (double) Math.round(second * rate) / rate;
  }

  private Truth truth(Path recording, List<Student> roster, List<Performance> performances) {
    List<TrueAttendance> attendance = new ArrayList<>();
    for (int i = 0; i < roster.size(); i++) {
      Student student = roster.get(i);
      attendance.add(
          visitOf(students.get(i), performances)
              .map(visit -> TrueAttendance.present(student, visit))
              .orElse(TrueAttendance.absent(student)));
    }
    List<String> strangers =
        performances.stream()
            .map(Performance::person)
            .filter(person -> !students.contains(person))
            .map(Names::of)
            .toList();
    return new Truth(recording, scene.length(), attendance, strangers);
  }

  private static Optional<Visit> visitOf(int person, List<Performance> performances) {
    return performances.stream()
        .filter(performance -> performance.person() == person)
        .map(ClassroomFootage::visit)
        .findFirst();
  }

  private static Visit visit(Performance performance) {
    TimeSpan there = performance.stay().there();
    return new Visit(
        millis(there.from()), millis(there.to()), (int) Math.round(performance.seat().faceWidth()));
  }

  private static Duration millis(double seconds) {
    return Duration.ofMillis(Math.round(1000 * seconds));
  }
}
