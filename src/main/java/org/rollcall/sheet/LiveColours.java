package org.rollcall.sheet;

import java.util.function.Function;
import org.apache.poi.ss.usermodel.ComparisonOperator;
import org.apache.poi.ss.usermodel.ConditionalFormattingRule;
import org.apache.poi.ss.usermodel.PatternFormatting;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFConditionalFormattingRule;
import org.apache.poi.xssf.usermodel.XSSFFontFormatting;
import org.apache.poi.xssf.usermodel.XSSFPatternFormatting;
import org.apache.poi.xssf.usermodel.XSSFSheetConditionalFormatting;

/**
 * Conditional formatting: colours that follow the content of the cells, also after a correction.
 */
final class LiveColours {
  private LiveColours() {}

  /** Colours cells that contain the name of a mark. */
  static void words(Page page, CellRangeAddress cells) {
    byText(page, cells, MarkStyle::title);
  }

  /** Colours cells that contain the letter of a mark. */
  static void letters(Page page, CellRangeAddress cells) {
    byText(page, cells, MarkStyle::letter);
  }

  /**
   * Colours cells as warnings wherever a condition holds. The condition refers to the first cell,
   * and shifts with the others.
   */
  static void warnings(Page page, CellRangeAddress cells, String condition) {
    var formatting = page.sheet().getSheetConditionalFormatting();
    var rule = formatting.createConditionalFormattingRule(condition);
    colour(rule, MarkStyle.LATE);
    formatting.addConditionalFormatting(new CellRangeAddress[] {cells}, rule);
  }

  private static void byText(Page page, CellRangeAddress cells, Function<MarkStyle, String> text) {
    XSSFSheetConditionalFormatting formatting = page.sheet().getSheetConditionalFormatting();
    ConditionalFormattingRule[] rules = new ConditionalFormattingRule[MarkStyle.values().length];
    for (MarkStyle mark : MarkStyle.values()) {
      String quoted = '"' + text.apply(mark) + '"';
      var rule = formatting.createConditionalFormattingRule(ComparisonOperator.EQUAL, quoted);
      colour(rule, mark);
      rules[mark.index()] = rule;
    }
    formatting.addConditionalFormatting(new CellRangeAddress[] {cells}, rules);
  }

  private static void colour(XSSFConditionalFormattingRule rule, MarkStyle mark) {
    XSSFPatternFormatting pattern = rule.createPatternFormatting();
    pattern.setFillPattern(PatternFormatting.SOLID_FOREGROUND);
    // A solid fill shows the background colour here, not the foreground colour.
    pattern.setFillBackgroundColor(Book.colour(mark.fill()));
    XSSFFontFormatting font = rule.createFontFormatting();
    font.setFontStyle(false, true);
    font.setFontColor(Book.colour(mark.ink()));
  }
}
