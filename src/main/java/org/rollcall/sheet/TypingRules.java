package org.rollcall.sheet;

import java.util.Arrays;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationConstraint;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;

/**
 * Where people may type in the register of a lesson: a mark under Correction, and anything under
 * Remark. The other cells are locked, but the table can be sorted; as spreadsheet programs only
 * sort cells that can be edited, a validation keeps people from typing into its other columns.
 */
final class TypingRules {
  private static final String NEVER = "FALSE";

  private final Page page;
  private final int lastRow;
  private final DataValidationHelper validations;

  private TypingRules(Page page, int lastRow) {
    this.page = page;
    this.lastRow = lastRow;
    this.validations = page.sheet().getDataValidationHelper();
  }

  /**
   * Applies the rules to a complete register.
   *
   * @param page the worksheet
   * @param lastRow last row of the table, inclusive
   */
  static void apply(Page page, int lastRow) {
    TypingRules rules = new TypingRules(page, lastRow);
    rules.offerMarks();
    rules.refuseElsewhere();
    page.unlock(rules.cells(Column.CORRECTION, Column.CORRECTION));
    page.unlock(rules.cells(Column.REMARK, Column.REMARK));
    page.makeSortable(rules.cells(Column.ID, Column.REASON));
  }

  private void offerMarks() {
    String[] words = MarkStyle.CHOICES.stream().map(MarkStyle::title).toArray(String[]::new);
    DataValidation choice =
        validation(
            validations.createExplicitListConstraint(words),
            cells(Column.CORRECTION, Column.CORRECTION));
    choice.setEmptyCellAllowed(true);
    choice.setErrorStyle(DataValidation.ErrorStyle.WARNING);
    choice.createErrorBox(
        "Not a mark",
        "Choose Present, Late, Left early or Absent. Any other word is kept as a remark.");
    page.sheet().addValidationData(choice);
  }

  private void refuseElsewhere() {
    DataValidation refusal =
        validation(
            validations.createCustomConstraint(NEVER),
            cells(Column.ID, Column.EVIDENCE),
            cells(Column.REASON, Column.REASON));
    refusal.setEmptyCellAllowed(false);
    refusal.setErrorStyle(DataValidation.ErrorStyle.STOP);
    refusal.createErrorBox(
        "Not here", "Choose the right mark in the column Correction, or write a remark.");
    page.sheet().addValidationData(refusal);
  }

  private DataValidation validation(
      DataValidationConstraint constraint, CellRangeAddress... cells) {
    CellRangeAddressList list = new CellRangeAddressList();
    Arrays.stream(cells).forEach(list::addCellRangeAddress);
    DataValidation validation = validations.createValidation(constraint, list);
    validation.setShowErrorBox(true);
    return validation;
  }

  private CellRangeAddress cells(Column first, Column last) {
    return new CellRangeAddress(RegisterPage.FIRST_ROW, lastRow, first.index(), last.index());
  }
}
