package org.rollcall.sheet;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.rollcall.model.Correction;
import org.rollcall.model.LessonRegister;
import org.rollcall.model.Status;
import org.rollcall.model.Student;
import org.rollcall.model.Verdict;
import org.rollcall.sheet.typed.LessonWorkbook;
import org.rollcall.sheet.typed.SheetContent;

/**
 * The sheet of three students who were found absent, with ids of which spreadsheet programs make
 * numbers. Their rows are 8 (00123), 9 (007) and 10 (202310120145).
 */
final class ThreeAbsentees {
  static final Map<String, String> STUDENTS =
      new LinkedHashMap<>(
          Map.of("007", "Ada Byron", "00123", "Ben Okri", "202310120145", "Cleo Ito"));

  /** That a student came late. */
  static final Correction LATE = new Correction(Optional.of(Status.LATE), "");

  private ThreeAbsentees() {}

  static void write(Path xlsx) {
    SheetWriter.write(SheetDraft.first(register()), xlsx);
  }

  static SheetContent read(Path sheet) {
    return new LessonWorkbook().read(sheet, STUDENTS);
  }

  private static LessonRegister register() {
    return MadeUpClass.register(
        STUDENTS.keySet().stream().sorted().map(ThreeAbsentees::row).toList(), 50);
  }

  private static LessonRegister.Row row(String id) {
    Student student = new Student(id, STUDENTS.get(id));
    Verdict verdict = new Verdict(student, Status.ABSENT, Optional.empty(), 0, Optional.empty());
    return new LessonRegister.Row(verdict, Optional.empty(), Optional.empty(), Optional.empty());
  }
}
