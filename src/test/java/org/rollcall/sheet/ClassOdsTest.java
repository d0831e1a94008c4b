package org.rollcall.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.miachm.sods.Color;
import com.github.miachm.sods.Sheet;
import com.github.miachm.sods.SpreadSheet;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.rollcall.model.LessonMarks;
import org.rollcall.model.Roster;
import org.rollcall.model.Status;
import org.rollcall.model.Student;

class ClassOdsTest {
  private static final LessonMarks LESSON =
      new LessonMarks(MadeUpClass.KEY, Map.of("1000", Status.PRESENT, "1001", Status.REVIEW));

  @Test
  void bytes_class_isOneSheetNamedRegister() throws IOException {
    SpreadSheet book = read(ClassGrid.of(MadeUpClass.roster(2), List.of(LESSON)));

    assertThat(book.getSheets()).extracting(Sheet::getName).containsExactly("Register");
  }

  @Test
  void bytes_marks_areARowForEachStudent() throws IOException {
    Sheet sheet = read(ClassGrid.of(MadeUpClass.roster(3), List.of(LESSON))).getSheet(0);

    assertThat(row(sheet, 0))
        .containsExactly(
            "Id",
            "Name",
            "Attended",
            "Taken",
            "Present",
            "Late",
            "Left early",
            "Absent",
            "Review",
            "2026-11-16 08:58");
    assertThat(row(sheet, 1))
        .containsExactly(
            "1000", "Ada Ahlström", "100.0%", "1.0", "1.0", "0.0", "0.0", "0.0", "0.0", "Present");
    assertThat(row(sheet, 2))
        .containsExactly(
            "1001", "Björn Bauer", "–", "0.0", "0.0", "0.0", "0.0", "0.0", "1.0", "Review");
    assertThat(row(sheet, 3))
        .containsExactly(
            "1002", "Chloé Chevalier", "–", "0.0", "0.0", "0.0", "0.0", "0.0", "0.0", "–");
  }

  @Test
  void bytes_headings_areBoldOnPaleBlue() throws IOException {
    Sheet sheet = read(ClassGrid.of(MadeUpClass.roster(1), List.of())).getSheet(0);

    assertThat(sheet.getRange(0, 0).getStyle().isBold()).isTrue();
    assertThat(sheet.getRange(0, 0).getStyle().getBackgroundColor())
        .isEqualTo(new Color("#EDF2F5"));
    assertThat(sheet.getRange(1, 0).getStyle().isBold()).isFalse();
  }

  @Test
  void bytes_charactersThatXmlForbids_areLeftOut() throws IOException {
    Student student = new Student("1", "A\u0001d\uD800a\uFFFE 🎓");

    Sheet sheet = read(ClassGrid.of(new Roster("7A", List.of(student)), List.of())).getSheet(0);

    assertThat(sheet.getRange(1, 1).getValue()).isEqualTo("Ada 🎓");
  }

  private static SpreadSheet read(ClassGrid grid) throws IOException {
    return new SpreadSheet(new ByteArrayInputStream(ClassOds.bytes(grid)));
  }

  private static List<String> row(Sheet sheet, int row) {
    return Arrays.stream(sheet.getDataRange().getValues()[row]).map(String::valueOf).toList();
  }
}
