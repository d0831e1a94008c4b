package org.rollcall.testing;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.rollcall.model.Picture;
import org.rollcall.model.Student;
import org.rollcall.testing.Seats.Seat;
import org.rollcall.testing.Truth.Attendance;
import org.rollcall.testing.Truth.Visit;
import org.rollcall.video.Photos;

/**
 * A class of people who do not exist: its roster, its enrolment photos, and the recording of a
 * lesson, about which all is known.
 *
 * <p>Pictures 1–4 of each person are for enrolment; 5–8 appear in the recording.
 */
public final class ClassroomFootage {
  private static final int ENROLMENT_PHOTOS = 4;
  private static final int PHOTO_SIDE = 288;
  private static final int JPEG_QUALITY = 92;
  private static final int FIRST_ID = 1001;

  private final Scene scene;
  private final Random random;
  private final List<Integer> people;

  private ClassroomFootage(Scene scene) {
    this.scene = scene;
    this.random = new Random(scene.seed());
    this.people = new ArrayList<>(IntStream.rangeClosed(1, Portraits.PEOPLE).boxed().toList());
    Collections.shuffle(people, random);
  }

  /**
   * Makes a class and films one lesson of it.
   *
   * @param scene what it is to look like
   * @param classFolder gets {@code roster.csv} and {@code students/<id>_<Name>/n.jpg}
   * @param recording the film to write, an MP4 file
   * @return what happens in the film
   */
  public static Truth compose(Scene scene, Path classFolder, Path recording) throws IOException {
    ClassroomFootage footage = new ClassroomFootage(scene);
    Files.createDirectories(classFolder);
    Files.createDirectories(recording.toAbsolutePath().getParent());
    List<Student> roster = footage.enrol(classFolder);
    List<Performance> performances = footage.stage();
    new LessonFilm(scene, performances).write(recording);
    return footage.truth(recording, roster, performances);
  }

  private List<Student> enrol(Path classFolder) throws IOException {
    List<Student> roster = new ArrayList<>();
    StringBuilder table = new StringBuilder("id,name\n");
    int students = scene.cast().present() + scene.cast().absent();
    for (int i = 0; i < students; i++) {
      Student student = new Student("S" + (FIRST_ID + i), Names.of(people.get(i)));
      roster.add(student);
      table.append(student.id()).append(',').append(student.name()).append('\n');
      writePhotos(classFolder, student, people.get(i));
    }
    Files.writeString(classFolder.resolve("roster.csv"), table);
    return roster;
  }

  private static void writePhotos(Path classFolder, Student student, int person)
      throws IOException {
    String name = student.id() + "_" + student.name().replace(' ', '_');
    Path folder = Files.createDirectories(classFolder.resolve("students").resolve(name));
    for (int i = 1; i <= ENROLMENT_PHOTOS; i++) {
      Picture photo = photo(Portraits.paint(person, i));
      Files.write(
          folder.resolve(i + ".jpg"), Photos.encode(photo, PHOTO_SIDE, JPEG_QUALITY).bytes());
    }
  }

  private static Picture photo(BufferedImage portrait) {
    BufferedImage photo = new BufferedImage(PHOTO_SIDE, PHOTO_SIDE, BufferedImage.TYPE_3BYTE_BGR);
    Graphics2D canvas = photo.createGraphics();
    canvas.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    canvas.setColor(new Color(178, 186, 192));
    canvas.fillRect(0, 0, PHOTO_SIDE, PHOTO_SIDE);
    canvas.drawImage(portrait, 0, 0, null);
    canvas.dispose();
    byte[] bgr = ((DataBufferByte) photo.getRaster().getDataBuffer()).getData();
    return new Picture(PHOTO_SIDE, PHOTO_SIDE, bgr);
  }

  /** Seats those who come by lot; the late and the early one are the first on the roster. */
  private List<Performance> stage() {
    Scene.Cast cast = scene.cast();
    List<Seat> seats = new ArrayList<>(Seats.of(scene.camera(), cast.present() + cast.strangers()));
    Collections.shuffle(seats, random);
    List<Performance> performances = new ArrayList<>();
    for (int i = 0; i < cast.present(); i++) {
      performances.add(Performance.of(people.get(i), seats.get(i), visit(i), random));
    }
    for (int i = cast.present(); i < seats.size(); i++) {
      int stranger = people.get(i + cast.absent());
      performances.add(Performance.of(stranger, seats.get(i), visit(Integer.MAX_VALUE), random));
    }
    performances.sort(Comparator.comparing(performance -> performance.seat().row()));
    return performances;
  }

  private Visit visit(int student) {
    boolean enough = scene.cast().present() >= 3;
    double comes = enough && student == 0 ? 0.3 + 0.15 * random.nextDouble() : 0;
    double goes = enough && student == 1 ? 0.55 + 0.15 * random.nextDouble() : 1;
    return new Visit(frameAt(comes), frameAt(goes).minus(frameLength()));
  }

  private Duration frameAt(double share) {
    long frames = scene.length().dividedBy(frameLength());
    return frameLength().multipliedBy(Math.round(share * frames));
  }

  private Duration frameLength() {
    return Duration.ofSeconds(1).dividedBy(scene.camera().framesPerSecond());
  }

  private Truth truth(Path recording, List<Student> roster, List<Performance> performances) {
    List<Attendance> attendance = new ArrayList<>();
    for (int i = 0; i < roster.size(); i++) {
      attendance.add(new Attendance(roster.get(i), visitOf(people.get(i), performances)));
    }
    List<Visit> strangers =
        people.subList(roster.size(), people.size()).stream()
            .flatMap(person -> visitOf(person, performances).stream())
            .toList();
    return new Truth(recording, attendance, strangers);
  }

  private static Optional<Visit> visitOf(int person, List<Performance> performances) {
    return performances.stream()
        .filter(performance -> performance.person() == person)
        .map(Performance::visit)
        .findFirst();
  }
}
