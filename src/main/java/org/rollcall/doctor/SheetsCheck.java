package org.rollcall.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.rollcall.home.HomeStore;
import org.rollcall.model.LessonKey;
import org.rollcall.model.SheetProblem;
import org.rollcall.school.Home;
import org.rollcall.settings.Settings;
import org.rollcall.store.Store;
import org.rollcall.store.db.StoreCheck;
import org.rollcall.store.ledger.PendingSheets;

/** Checks that all sheets are up to date, and that all that was typed into them was taken. */
final class SheetsCheck implements Check {
  private static final String THING = "sheets";

  private final Home home;
  private final Settings settings;

  SheetsCheck(Home home, Settings settings) {
    this.home = home;
    this.settings = settings;
  }

  @Override
  public List<Finding> run() {
    if (!HomeStore.exists(home, settings)
        || !StoreCheck.of(HomeStore.address(home, settings)).current()) {
      return List.of();
    }
    List<Finding> findings = new ArrayList<>();
    try (Store store = HomeStore.open(home, settings)) {
      store.pendingSheets().list().forEach(sheet -> findings.add(pending(sheet)));
      store.sheetProblems().all().entrySet().forEach(lesson -> findings.add(untaken(lesson)));
    }
    return findings.isEmpty()
        ? List.of(Finding.ok(THING, "up to date; all that was typed into them was taken"))
        : findings;
  }

  private static Finding pending(PendingSheets.Pending sheet) {
    return Finding.note(
        THING,
        "the sheet of %s is not up to date".formatted(sheet.lesson()),
        sheet.reason().toString());
  }

  private static Finding untaken(Map.Entry<LessonKey, List<SheetProblem>> lesson) {
    return Finding.note(
        THING,
        "not everything typed into the sheet of %s could be taken".formatted(lesson.getKey()),
        "See 'rollcall status' or the page of the lesson.");
  }
}
