package org.rollcall.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.rollcall.model.Correction;
import org.rollcall.model.Coverage;
import org.rollcall.model.Footage;
import org.rollcall.model.Lesson;
import org.rollcall.model.LessonKey;
import org.rollcall.model.LessonMarks;
import org.rollcall.model.LessonRegister;
import org.rollcall.model.Message;
import org.rollcall.model.Outcome;
import org.rollcall.model.Roster;
import org.rollcall.model.RunFacts;
import org.rollcall.model.Status;
import org.rollcall.model.Student;
import org.rollcall.model.UnknownFace;
import org.rollcall.model.UnknownPerson;
import org.rollcall.model.Verdict;
import org.rollcall.model.picture.Jpeg;

/** A class of people who do not exist, with the pictures of five of them. */
final class MadeUpClass {
  static final LessonKey KEY = new LessonKey("7A", LocalDate.of(2026, 11, 16), LocalTime.of(8, 58));

  private static final List<String> NAMES =
      List.of(
          "Ada Ahlström",
          "Björn Bauer",
          "Chloé Chevalier",
          "Dmitri Dolgov",
          "Emre Eroğlu",
          "Fatima Farouk",
          "Giulia Galli",
          "Hana Horáková",
          "Ibrahim Issa",
          "Jürgen Jäger",
          "Kwame Kuffour",
          "Leïla Lahlou",
          "Mateusz Michałowski",
          "Nguyễn Thị Ngọc Ánh",
          "Óscar Ortega",
          "Priya Patel",
          "Quentin Quast",
          "Rosa Rüdiger",
          "Søren Sørensen",
          "Tomáš Tichý",
          "Ulla Uhlig",
          "Vera Voß",
          "William Wood",
          "Xenia Xanthopoulou",
          "Yuki Yamada 山田",
          "Zoë Zimmermann",
          "Maximilian Alexander von Hohenstein-Burgdorf",
          "Anna Acker",
          "Ben Becker",
          "=Clara Conrad");

  private MadeUpClass() {}

  static Jpeg face(int person, String kind) {
    String name = "face-0%d-%s.jpg".formatted(2 + person % 5, kind);
    try (InputStream in = MadeUpClass.class.getResourceAsStream(name)) {
      return new Jpeg(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Student student(int number) {
    return new Student("10%02d".formatted(number), NAMES.get(number % NAMES.size()));
  }

  static Roster roster(int students) {
    return new Roster("7A", IntStream.range(0, students).mapToObj(MadeUpClass::student).toList());
  }

  static Lesson lesson(int minutes) {
    var begin = KEY.date().atTime(9, 0);
    return new Lesson(
        KEY, Duration.ofMinutes(minutes), new Lesson.Slot(begin, begin.plusMinutes(minutes - 4)));
  }

  /** A row of a student with a mark, seen for as long as befits the mark. */
  static LessonRegister.Row row(int number, Status status, int minutes) {
    int from = status == Status.LATE ? minutes / 3 : 2 + number % 3;
    int to = status == Status.LEFT_EARLY ? minutes * 2 / 3 : minutes - 1 - number % 2;
    if (status == Status.ABSENT) {
      return new LessonRegister.Row(
          new Verdict(student(number), status, Optional.empty(), 0, Optional.empty()),
          Optional.of(face(number, "enrolled")),
          Optional.empty(),
          Optional.empty());
    }
    boolean review = status == Status.REVIEW;
    return new LessonRegister.Row(
        new Verdict(
            student(number),
            status,
            Optional.of(presence(number, from, to, review ? 2 : 20)),
            review ? 0.52 : 0.9 + number % 10 / 100.0,
            reason(status)),
        Optional.of(face(number, "enrolled")),
        Optional.of(face(review ? number + 1 : number, "lesson")),
        Optional.empty());
  }

  private static Optional<Message> reason(Status status) {
    String text =
        switch (status) {
          case PRESENT, ABSENT -> "";
          case LATE -> "First seen 15 minutes after the lesson began.";
          case LEFT_EARLY -> "Last seen 14 minutes before the lesson ended.";
          case REVIEW ->
              "Seen in 4 pictures only, and the face is almost as near to student 1003."
                  + " Compare the pictures.";
        };
    return Optional.of(text).filter(words -> !words.isEmpty()).map(Message::english);
  }

  private static Verdict.Presence presence(int number, int from, int to, int most) {
    List<Integer> perMinute = new ArrayList<>();
    for (int minute = 0; minute <= to; minute++) {
      int wave = (minute * 7 + number * 13) % 11;
      perMinute.add(minute < from ? 0 : Math.max(0, Math.min(most, most * (wave + 3) / 9)));
    }
    perMinute.set(from, Math.max(1, perMinute.get(from)));
    perMinute.set(to, Math.max(1, perMinute.get(to)));
    int sightings = perMinute.stream().mapToInt(Integer::intValue).sum();
    return new Verdict.Presence(
        Duration.ofMinutes(from).plusSeconds(20),
        Duration.ofMinutes(to).plusSeconds(40),
        Duration.ofSeconds(3L * sightings),
        sightings,
        perMinute);
  }

  /** A register of a class, with every kind of mark. */
  static LessonRegister register(int students, int minutes) {
    List<LessonRegister.Row> rows = new ArrayList<>();
    for (int number = 0; number < students; number++) {
      Status status =
          switch (number % 12) {
            case 3 -> Status.LATE;
            case 5 -> Status.ABSENT;
            case 8 -> Status.LEFT_EARLY;
            case 11 -> Status.REVIEW;
            default -> Status.PRESENT;
          };
      rows.add(row(number, status, minutes));
    }
    return register(rows, minutes);
  }

  static LessonRegister register(List<LessonRegister.Row> rows, int minutes) {
    List<UnknownFace> unknown =
        List.of(
            new UnknownFace(
                1,
                Duration.ofMinutes(3),
                Duration.ofMinutes(9),
                41,
                face(3, "lesson"),
                Optional.of(new UnknownPerson(3, 10, KEY.date().minusDays(60), KEY.date()))),
            new UnknownFace(
                2,
                Duration.ofMinutes(4),
                Duration.ofMinutes(4),
                3,
                face(4, "lesson"),
                Optional.empty()));
    return new LessonRegister(
        lesson(minutes), rows, unknown, Coverage.unknown(), Outcome.done(), facts(minutes));
  }

  private static RunFacts facts(int minutes) {
    Map<String, String> models = new LinkedHashMap<>();
    models.put("detection", "mtcnn");
    models.put("detectionEdition", "0123abcd");
    models.put("recognition", "facenet");
    return new RunFacts(
        "0.1.0",
        Instant.parse("2026-11-16T21:14:05Z"),
        Duration.ofSeconds(312),
        List.of(
            new Footage(
                "footage/7A/2026-11-16_0858_front.mp4",
                "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                Duration.ofMinutes(minutes)),
            new Footage(
                "footage/7A/2026-11-16_0858_back.mp4",
                "60303ae22b998861bce3b28f33eec1be758a213c86c93c076dbe9f558c11c752",
                Duration.ofMinutes(minutes).minusSeconds(11))),
        models,
        Map.of("attendance.lateAfter", "10 min"),
        List.of(Message.english("The camera at the back stood still for 11 s.")));
  }

  static LessonRegister.Row corrected(LessonRegister.Row row, Status status, String remark) {
    return new LessonRegister.Row(
        row.verdict(),
        row.portrait(),
        row.evidence(),
        Optional.of(new Correction(Optional.ofNullable(status), remark)));
  }

  /** Marks of the first lessons of a term, three a week. */
  static List<LessonMarks> term(int students, int lessons) {
    return IntStream.range(0, lessons).mapToObj(lesson -> marks(students, lesson)).toList();
  }

  private static LessonMarks marks(int students, int lesson) {
    Map<String, Status> marks = new LinkedHashMap<>();
    for (int number = 0; number < students; number++) {
      int dice = (number * 31 + lesson * 17 + number * lesson * 7) % 23;
      Status status =
          switch (dice) {
            case 2 -> Status.LATE;
            case 5, 19 -> Status.ABSENT;
            case 9 -> Status.LEFT_EARLY;
            case 13 -> Status.REVIEW;
            default -> Status.PRESENT;
          };
      if (dice != 7) {
        marks.put(student(number).id(), status);
      }
    }
    LocalDate day = KEY.date().plusDays(lesson / 3 * 7L + lesson % 3 * 2L);
    return new LessonMarks(new LessonKey("7A", day, LocalTime.of(9, 0)), marks);
  }
}
