package org.rollcall.sheet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.miachm.sods.OfficeAnnotation;
import com.github.miachm.sods.SpreadSheet;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.model.Correction;
import org.rollcall.model.Status;
import org.rollcall.sheet.typed.LessonWorkbook;
import org.rollcall.sheet.typed.SheetContent;

/** Sheets as other programs save them. The student 1000 was corrected to Late. */
class SavedElsewhereTest {
  private static final Map<String, String> STUDENTS =
      Map.of(
          "1000", MadeUpClass.student(0).name(),
          "1001", MadeUpClass.student(1).name(),
          "1002", MadeUpClass.student(2).name());
  private static final Map<String, Correction> LATE =
      Map.of("1000", new Correction(Optional.of(Status.LATE), "bus & bike"));

  @TempDir Path folder;
  private Path xlsx;

  @BeforeEach
  void writeSheet() throws IOException {
    xlsx = folder.resolve("7A_2026-11-16_0858.xlsx");
    SheetWriter.write(SheetDraft.first(MadeUpClass.register(3, 50)), xlsx);
    Sheets.type(xlsx, "1000", Column.CORRECTION, "Late");
    Sheets.type(xlsx, "1000", Column.REMARK, "bus & bike");
  }

  @Test
  void read_strictWorkbook_isTaken() throws IOException {
    rewrite(
        (name, xml) ->
            xml.replaceAll(
                    "http://schemas.openxmlformats.org/(\\w+)/2006/",
                    "http://purl.oclc.org/ooxml/$1/")
                .replace("extended-properties", "extendedProperties"));

    assertTaken();
  }

  @Test
  void read_textsInsideTheCells_areTaken() throws IOException {
    List<String> shared = sharedStrings();
    Pattern cell = Pattern.compile("<c r=\"(\\w+)\"( s=\"\\d+\")? t=\"s\"><v>(\\d+)</v></c>");
    rewrite(
        (name, xml) ->
            cell.matcher(xml)
                .replaceAll(
                    found ->
                        Matcher.quoteReplacement(
                            "<c r=\"%s\" t=\"inlineStr\"><is><t>%s</t></is></c>"
                                .formatted(
                                    found.group(1),
                                    shared.get(Integer.parseInt(found.group(3)))))));

    assertTaken();
  }

  @Test
  void read_formulasWithoutResults_areNoCorrections() throws IOException {
    rewrite((name, xml) -> xml.replaceAll("(</f>)<v>[^<]*</v>", "$1<v></v>"));

    assertTaken();
  }

  @Test
  void read_stylesGone_isTaken() throws IOException {
    rewrite(
        (name, xml) ->
            name.contains("worksheets/")
                ? xml.replaceAll("(<c r=\"\\w+\") s=\"\\d+\"", "$1")
                : xml);

    assertTaken();
  }

  @Test
  void read_hiddenWorksheetGone_isTaken() throws IOException {
    Sheets.edit(xlsx, workbook -> workbook.removeSheetAt(workbook.getSheetIndex("Written")));

    assertTaken();
  }

  @Test
  void read_openDocumentUnderAnyName_isTaken() throws IOException {
    SpreadSheet ods = ods();
    Files.write(xlsx, bytes(ods));

    assertTaken();
  }

  @Test
  void read_openDocumentWithANote_isARemark() throws IOException {
    SpreadSheet ods = ods();
    ods.getSheet("Register")
        .getRange(RegisterPage.FIRST_ROW + 1, 1)
        .setAnnotation(new OfficeAnnotation("was ill", java.time.LocalDateTime.MIN));
    Files.write(xlsx, bytes(ods));

    assertThat(content().state().corrections().get("1001").remark()).isEqualTo("Note: was ill");
  }

  private void assertTaken() {
    SheetContent content = content();
    assertThat(content.state().corrections()).isEqualTo(LATE);
    assertThat(content.problems()).isEmpty();
  }

  private SheetContent content() {
    return new LessonWorkbook().read(xlsx, STUDENTS);
  }

  /** Changes the XML of all parts; the change gets the name of a part and its text. */
  private void rewrite(BinaryOperator<String> change) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipInputStream from = new ZipInputStream(Files.newInputStream(xlsx));
        ZipOutputStream to = new ZipOutputStream(out)) {
      for (ZipEntry part = from.getNextEntry(); part != null; part = from.getNextEntry()) {
        to.putNextEntry(new ZipEntry(part.getName()));
        byte[] bytes = from.readAllBytes();
        boolean isXml = part.getName().matches(".*\\.(xml|rels)");
        to.write(
            isXml ? change.apply(part.getName(), new String(bytes, UTF_8)).getBytes(UTF_8) : bytes);
      }
    }
    Files.write(xlsx, out.toByteArray());
  }

  private List<String> sharedStrings() throws IOException {
    try (XSSFWorkbook workbook = Sheets.open(xlsx)) {
      return workbook.getSharedStringSource().getSharedStringItems().stream()
          .map(text -> text.getString().replace("&", "&amp;").replace("<", "&lt;"))
          .toList();
    }
  }

  private SpreadSheet ods() throws IOException {
    SpreadSheet ods = new SpreadSheet();
    try (XSSFWorkbook workbook = Sheets.open(xlsx)) {
      for (Sheet from : workbook) {
        var to =
            new com.github.miachm.sods.Sheet(from.getSheetName(), from.getLastRowNum() + 1, 20);
        for (Row row : from) {
          row.forEach(cell -> copy(cell, to));
        }
        ods.appendSheet(to);
      }
    }
    return ods;
  }

  private static void copy(Cell from, com.github.miachm.sods.Sheet to) {
    if (from.getColumnIndex() < 20 && !CellText.of(from).isEmpty()) {
      boolean isNumber = CellText.type(from) == CellType.NUMERIC;
      to.getRange(from.getRowIndex(), from.getColumnIndex())
          .setValue(isNumber ? (Object) from.getNumericCellValue() : CellText.of(from));
    }
  }

  private static byte[] bytes(SpreadSheet ods) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ods.save(out);
    return out.toByteArray();
  }
}
