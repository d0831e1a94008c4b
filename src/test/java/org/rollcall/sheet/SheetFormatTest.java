package org.rollcall.sheet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.rollcall.testing.DocumentedFormats.assertThatFormatsName;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The form of sheets and of the files beside them is documented. */
class SheetFormatTest {
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  @TempDir Path folder;

  @Test
  void worksheets_ofALesson_areDocumented() throws IOException {
    Path xlsx = folder.resolve("lesson.xlsx");
    SheetWriter.write(SheetDraft.first(MadeUpClass.register(3, 45)), xlsx);

    assertThatFormatsName(worksheets(xlsx));
  }

  @Test
  void worksheets_ofAClass_areDocumented() throws IOException {
    Path xlsx = folder.resolve("class.xlsx");
    new ClassRegister().write(MadeUpClass.roster(3), MadeUpClass.term(3, 2), xlsx);

    assertThatFormatsName(worksheets(xlsx));
  }

  @Test
  void headings_ofALesson_areDocumented() {
    assertThatFormatsName(Arrays.stream(Column.values()).map(Column::heading).toList());
  }

  @Test
  void columns_ofAllValues_areDocumented() {
    assertThatFormatsName(columns(LessonCsv.of(MadeUpClass.register(3, 45)).bytes()));
    ClassGrid grid = ClassGrid.of(MadeUpClass.roster(3), List.of());
    assertThatFormatsName(columns(ClassCsv.of(grid).bytes()));
    assertThatFormatsName(columns(StudentExport.csv(List.of())));
  }

  private static List<String> worksheets(Path xlsx) throws IOException {
    List<String> names = new ArrayList<>();
    try (XSSFWorkbook workbook = Sheets.open(xlsx)) {
      for (Sheet sheet : workbook) {
        names.add(sheet.getSheetName());
      }
    }
    return names;
  }

  private static List<String> columns(byte[] csv) {
    String heading = new String(csv, UTF_8).replace(BYTE_ORDER_MARK, "").lines().findFirst().get();
    return List.of(heading.split(",", -1));
  }
}
