package org.rollcall.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rollcall.sheet.SheetReader.Worksheet;
import org.rollcall.sheet.SheetReader.WorksheetRow;
import org.rollcall.testing.WordLists;

class SheetReaderTest {
  @ParameterizedTest
  @CsvSource({
    "202310120145, General, 202310120145",
    "2023101201457, General, 2023101201457",
    "202310120145, 0.00E+00, 202310120145",
    "202310120145, 0, 202310120145",
    "17, General, 17",
    "123, 00000, 00123",
    "1.5, General, 1.5"
  })
  void read_number_isShownWithAllItsDigits(double number, String format, String shown)
      throws IOException {
    byte[] book =
        book(
            sheet -> {
              CellStyle style = sheet.getWorkbook().createCellStyle();
              style.setDataFormat(sheet.getWorkbook().createDataFormat().getFormat(format));
              Cell cell = sheet.createRow(0).createCell(0);
              cell.setCellValue(number);
              cell.setCellStyle(style);
            });

    assertThat(rows(book)).containsExactly(new WorksheetRow(1, List.of(shown)));
  }

  @Test
  void read_blankRowsAndCells_keepTheirNumbersAndPlaces() throws IOException {
    byte[] book =
        book(
            sheet -> {
              sheet.createRow(0).createCell(0).setCellValue("title");
              sheet.createRow(1).createCell(0).setCellValue(" ");
              Row row = sheet.createRow(4);
              row.createCell(1).setCellValue("a");
              row.createCell(40).setCellValue("far");
            });

    List<WorksheetRow> rows = rows(book);

    assertThat(rows).extracting(WorksheetRow::number).containsExactly(1, 5);
    assertThat(rows.get(1).cells()).hasSize(41).startsWith("", "a").endsWith("far");
  }

  @Test
  void read_formula_isItsLastResult() throws IOException {
    byte[] book =
        book(
            sheet -> {
              Row row = sheet.createRow(0);
              row.createCell(0).setCellFormula("\"S\"&1");
              row.createCell(1).setCellFormula("1+1");
              sheet.getWorkbook().getCreationHelper().createFormulaEvaluator().evaluateAll();
            });

    assertThat(rows(book).get(0).cells()).containsExactly("S1", "2");
  }

  @Test
  void read_severalWorksheets_givesThoseWithTexts() throws IOException {
    byte[] book =
        book(
            sheet -> {
              sheet.createRow(0).createCell(0).setCellValue("a");
              sheet.getWorkbook().createSheet("empty");
              sheet
                  .getWorkbook()
                  .createSheet("second")
                  .createRow(0)
                  .createCell(0)
                  .setCellValue("b");
            });

    assertThat(SheetReader.read(book))
        .extracting(Worksheet::name)
        .containsExactly("first", "second");
  }

  @Test
  void read_moreThanARosterHas_saysWhatIsTooMuch() throws IOException {
    byte[] wide = book(sheet -> sheet.createRow(0).createCell(200).setCellValue("x"));
    byte[] tall =
        book(
            sheet -> {
              for (int i = 0; i <= 2000; i++) {
                sheet.createRow(i).createCell(0).setCellValue(i);
              }
            });

    assertThatThrownBy(() -> SheetReader.read(wide)).hasMessageContaining("text in column 201");
    assertThatThrownBy(() -> SheetReader.read(tall)).hasMessageContaining("more than 2000 rows");
  }

  /** Of 40 MB of XML in 200 kB: it is refused while it is unpacked, without being kept. */
  @Test
  void read_workbookThatIsMuchLargerUnpacked_isRefused() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream files = new ZipOutputStream(out)) {
      files.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
      byte[] cells = "<c r=\"A1\"><v>1</v></c>".repeat(50_000).getBytes(StandardCharsets.US_ASCII);
      for (int i = 0; i < 40; i++) {
        files.write(cells);
      }
    }

    assertThatThrownBy(() -> SheetReader.read(out.toByteArray()))
        .isInstanceOf(UnreadableSheet.class)
        .hasMessageContaining("more than 20 MB of data");
  }

  @Test
  void read_otherFiles_saysWhatToSave() throws IOException {
    byte[] old = {
      (byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, (byte) 0xa1, (byte) 0xb1, 0x1a, (byte) 0xe1
    };

    assertThatThrownBy(() -> SheetReader.read(old)).hasMessageContaining("old XLS workbook");
    assertThatThrownBy(() -> SheetReader.read("PK\3\4 no".getBytes(StandardCharsets.US_ASCII)))
        .hasMessageContaining("cannot be read");
    assertThatThrownBy(() -> SheetReader.read(book(sheet -> {})))
        .hasMessageContaining("no text in this workbook");
  }

  @Test
  void faults_all_areWordedInEveryLanguage() {
    WordLists.assertComplete(RosterFault.class);
  }

  private static List<WorksheetRow> rows(byte[] book) {
    return SheetReader.read(book).get(0).rows();
  }

  private static byte[] book(Consumer<XSSFSheet> content) throws IOException {
    try (XSSFWorkbook book = new XSSFWorkbook();
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      content.accept(book.createSheet("first"));
      book.write(out);
      return out.toByteArray();
    }
  }
}
