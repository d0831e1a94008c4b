package org.rollcall.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.rollcall.model.picture.Jpeg;

class BookTest {
  private final Book book = new Book("Attendance of 7A");

  @AfterEach
  void close() {
    book.close();
  }

  @Test
  void new_book_saysWhatItIsAndWhoMadeIt() {
    var properties = book.workbook().getProperties();

    assertThat(properties.getCoreProperties().getTitle()).isEqualTo("Attendance of 7A");
    assertThat(properties.getCoreProperties().getCreator()).isEqualTo("Rollcall");
    assertThat(properties.getExtendedProperties().getApplication()).isEqualTo("Rollcall");
  }

  @Test
  void new_book_isInAFontOfEveryOfficeSuite() {
    assertThat(book.workbook().getFontAt(0).getFontName()).isEqualTo("Arial");
    assertThat(book.workbook().getFontAt(0).getFontHeightInPoints()).isEqualTo((short) 10);
  }

  @Test
  void hiddenPage_name_isHiddenEvenFromTheMenu() {
    book.page("Seen");
    book.hiddenPage("Unseen");

    XSSFWorkbook workbook = book.workbook();
    assertThat(workbook.isSheetVeryHidden(workbook.getSheetIndex("Seen"))).isFalse();
    assertThat(workbook.isSheetVeryHidden(workbook.getSheetIndex("Unseen"))).isTrue();
  }

  @Test
  void page_new_hasNoGridlines() {
    assertThat(book.page("Page").sheet().isDisplayGridlines()).isFalse();
  }

  @Test
  void picture_sameTwice_isStoredOnce() {
    Jpeg face = MadeUpClass.face(1, "lesson");

    assertThat(book.picture(face)).isEqualTo(book.picture(new Jpeg(face.bytes())));
    assertThat(book.picture(MadeUpClass.face(2, "lesson"))).isEqualTo(1);
    assertThat(book.workbook().getAllPictures()).hasSize(2);
  }

  @Test
  void style_sameFormatTwice_isOneStyle() {
    XSSFCellStyle style = book.style(CellFormat.BODY.heavy());

    assertThat(book.style(CellFormat.PLAIN.heavy().rule())).isSameAs(style);
  }

  @Test
  void style_sameLettersOnOtherFill_shareAFont() {
    XSSFCellStyle plain = book.style(CellFormat.PLAIN.heavy());
    XSSFCellStyle filled = book.style(CellFormat.BODY.fill("112233").heavy());

    assertThat(filled.getFontIndex()).isEqualTo(plain.getFontIndex());
    assertThat(book.style(CellFormat.PLAIN).getFontIndex()).isNotEqualTo(plain.getFontIndex());
  }

  @Test
  void style_letters_areAsTheFormatSays() {
    var font = book.style(CellFormat.PLAIN.points(16).ink("22485F").heavy()).getFont();

    assertThat(font.getFontName()).isEqualTo("Arial");
    assertThat(font.getFontHeightInPoints()).isEqualTo((short) 16);
    assertThat(font.getXSSFColor().getARGBHex()).isEqualTo("FF22485F");
    assertThat(font.getBold()).isTrue();
    assertThat(book.style(CellFormat.PLAIN).getFont().getBold()).isFalse();
  }

  @Test
  void style_cell_isAsTheFormatSays() {
    XSSFCellStyle style =
        book.style(
            CellFormat.PLAIN
                .align(HorizontalAlignment.RIGHT)
                .fill("EDF2F5")
                .format("0.0%")
                .wrap()
                .turn()
                .asLiteral());

    assertThat(style.getAlignment()).isEqualTo(HorizontalAlignment.RIGHT);
    assertThat(style.getVerticalAlignment()).isEqualTo(VerticalAlignment.CENTER);
    assertThat(style.getFillForegroundXSSFColor().getARGBHex()).isEqualTo("FFEDF2F5");
    assertThat(style.getDataFormatString()).isEqualTo("0.0%");
    assertThat(style.getWrapText()).isTrue();
    assertThat(style.getRotation()).isEqualTo((short) 90);
    assertThat(style.getQuotePrefixed()).isTrue();
  }

  @Test
  void style_ruled_hasGreyLinesAllAround() {
    XSSFCellStyle style = book.style(CellFormat.PLAIN.rule());

    assertThat(style.getBorderTop()).isEqualTo(BorderStyle.THIN);
    assertThat(style.getBorderBottom()).isEqualTo(BorderStyle.THIN);
    assertThat(style.getBorderLeft()).isEqualTo(BorderStyle.THIN);
    assertThat(style.getBorderRight()).isEqualTo(BorderStyle.THIN);
    assertThat(style.getLeftBorderXSSFColor().getARGBHex()).isEqualTo("FF" + CellFormat.RULE);
  }

  @Test
  void style_rowLines_areAboveAndBelowOnly() {
    XSSFCellStyle style = book.style(CellFormat.PLAIN.rowLines());

    assertThat(style.getBorderTop()).isEqualTo(BorderStyle.THIN);
    assertThat(style.getBorderBottom()).isEqualTo(BorderStyle.THIN);
    assertThat(style.getBorderLeft()).isEqualTo(BorderStyle.NONE);
    assertThat(style.getBorderRight()).isEqualTo(BorderStyle.NONE);
  }

  @Test
  void style_ruledTextOnTheLeft_keepsOffItsLine() {
    assertThat(book.style(CellFormat.BODY).getIndention()).isEqualTo((short) 1);
    assertThat(book.style(CellFormat.MIDDLE).getIndention()).isZero();
    assertThat(book.style(CellFormat.PLAIN).getIndention()).isZero();
  }
}
