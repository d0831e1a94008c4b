package org.rollcall.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.PageMargin;
import org.apache.poi.ss.usermodel.PaperSize;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollcall.model.Status;
import org.rollcall.model.Tally;
import org.rollcall.model.picture.Jpeg;

class PageTest {
  private static final CellFormat PLAIN = CellFormat.PLAIN;

  private final Book book = new Book("Test");
  private final Page page = book.page("Page");
  private final XSSFSheet sheet = page.sheet();

  @AfterEach
  void close() {
    book.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+1", "-1", "@A1", "\tx", "\rx", "\nx"})
  void text_likeAFormula_isMarkedAsText(String text) {
    page.text(0, 0, text, PLAIN);

    assertThat(Sheets.at(sheet, "A1").getStringCellValue()).isEqualTo(text);
    assertThat(Sheets.at(sheet, "A1").getCellType()).isEqualTo(CellType.STRING);
    assertThat(Sheets.at(sheet, "A1").getCellStyle().getQuotePrefixed()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1+1", "a=b", "–"})
  void text_ofOtherKind_isNotMarked(String text) {
    page.text(0, 0, text, PLAIN);

    assertThat(Sheets.at(sheet, "A1").getCellStyle().getQuotePrefixed()).isFalse();
  }

  @Test
  void text_empty_isAStyledBlank() {
    page.text(0, 0, "", PLAIN.fill("EDF2F5"));

    assertThat(Sheets.at(sheet, "A1").getCellType()).isEqualTo(CellType.BLANK);
    assertThat(Sheets.fill(Sheets.at(sheet, "A1"))).isEqualTo("EDF2F5");
  }

  @Test
  void text_longest_isWhole() {
    String longest = "x".repeat(32_767);

    page.text(0, 0, longest, PLAIN);

    assertThat(Sheets.at(sheet, "A1").getStringCellValue()).isEqualTo(longest);
  }

  @Test
  void text_tooLongForACell_isCutWithAnEllipsis() {
    page.text(0, 0, "x".repeat(32_768), PLAIN);

    assertThat(Sheets.at(sheet, "A1").getStringCellValue()).isEqualTo("x".repeat(32_766) + "…");
  }

  @ParameterizedTest
  @CsvSource({"0,20", "17,20", "18,21", "37,40", "60,40"})
  void widthOf_longestText_leavesRoomWithinLimits(int longest, int characters) {
    page.widthOf(1, Stream.of("", "x".repeat(longest)));

    assertThat(sheet.getColumnWidth(1)).isEqualTo(characters * 256);
  }

  @Test
  void widthOf_pairsOfSurrogates_countOnce() {
    page.widthOf(1, Stream.of("🎓".repeat(20)));

    assertThat(sheet.getColumnWidth(1)).isEqualTo(23 * 256);
  }

  @Test
  void merge_cells_keepTheLookOfTheFirst() {
    page.text(2, 1, "Title", PLAIN.fill("EDF2F5"));
    page.merge(2, 1, 3);

    assertThat(Sheets.merged(sheet)).containsExactly("B3:D3");
    assertThat(Sheets.fill(Sheets.at(sheet, "D3"))).isEqualTo("EDF2F5");
  }

  @Test
  void formula_shareOfNone_isADashThatTheFormulaReplaces() {
    page.formula(0, 0, Formula.ofShare("B1/C1", Tally.of(List.of())), PLAIN);

    assertThat(Sheets.at(sheet, "A1").getCellFormula()).isEqualTo("B1/C1");
    assertThat(Sheets.at(sheet, "A1").getStringCellValue()).isEqualTo("–");
  }

  @Test
  void formula_shareOfSome_isItsNumber() {
    Tally oneOfFour =
        Tally.of(List.of(Status.PRESENT, Status.ABSENT, Status.ABSENT, Status.ABSENT));

    page.formula(0, 0, Formula.ofShare("B1/C1", oneOfFour), PLAIN);

    assertThat(Sheets.at(sheet, "A1").getNumericCellValue()).isEqualTo(0.25);
  }

  @Test
  void dash_cell_isText() {
    page.dash(0, 0);

    assertThat(Sheets.at(sheet, "A1").getStringCellValue()).isEqualTo("–");
  }

  @Test
  void picture_broken_saysSo() {
    page.picture(0, 0, new Jpeg(new byte[] {1, 2, 3}), "Ada");

    assertThat(Sheets.at(sheet, "A1").getStringCellValue()).isEqualTo("no picture");
    assertThat(sheet.getDrawingPatriarch()).isNull();
  }

  @Test
  void picture_some_liesInTheMiddleOfItsCell() {
    page.width(2, 20);
    page.height(4, 60);
    page.picture(4, 2, MadeUpClass.face(1, "lesson"), "Ada");

    var place = sheet.getDrawingPatriarch().getShapes().get(0).getAnchor();
    int cellHeight = 60 * 12_700;
    int margin = 3 * 9_525;
    assertThat(place.getDy1()).isEqualTo(margin);
    assertThat(place.getDy2()).isEqualTo(cellHeight - margin);
    int cellWidth = 9_525 * (int) sheet.getColumnWidthInPixels(2);
    assertThat(place.getDx1() + place.getDx2()).isBetween(cellWidth - 1, cellWidth);
    assertThat(Sheets.descriptions(sheet)).containsExactly("Ada");
  }

  @Test
  void print_page_isLandscapeA4WithAFooter() {
    page.print(9, 3, 2);

    assertThat(book.workbook().getPrintArea(0)).isEqualTo("Page!$A$1:$D$10");
    assertThat(sheet.getPrintSetup().getPaperSizeEnum()).isEqualTo(PaperSize.A4_PAPER);
    assertThat(sheet.getPrintSetup().getLandscape()).isTrue();
    assertThat(sheet.getFitToPage()).isTrue();
    assertThat(sheet.getPrintSetup().getFitWidth()).isEqualTo((short) 2);
    assertThat(sheet.getPrintSetup().getFitHeight()).isZero();
    assertThat(sheet.getMargin(PageMargin.BOTTOM)).isEqualTo(0.6);
    assertThat(sheet.getFooter().getLeft()).isEqualTo("&8&F");
    assertThat(sheet.getFooter().getRight()).isEqualTo("&8Page &P of &N");
  }

  @Test
  void repeat_headingAndColumns_standOnEveryPrintedPage() {
    page.repeat(4, 2);

    assertThat(sheet.getRepeatingRows().formatAsString()).isEqualTo("5:5");
    assertThat(sheet.getRepeatingColumns().formatAsString()).isEqualTo("A:C");
  }

  @Test
  void right_format_alignsRight() {
    assertThat(Page.right(CellFormat.MIDDLE))
        .isEqualTo(CellFormat.MIDDLE.align(HorizontalAlignment.RIGHT));
  }
}
