package org.rollcall.desk;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.rollcall.lesson.Sheets;
import org.rollcall.model.Correction;
import org.rollcall.model.LessonKey;
import org.rollcall.model.LessonRegister;
import org.rollcall.model.Message;
import org.rollcall.model.Refusal;
import org.rollcall.model.RollcallException;
import org.rollcall.result.ResultFolder;
import org.rollcall.result.UnwritableResult;
import org.rollcall.school.Home;
import org.rollcall.store.Store;
import org.rollcall.store.account.AuditEntry.Action;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Corrects marks. Corrections made here and those typed into a sheet have equal rank: the later one
 * holds.
 *
 * <p>Thread-safe.
 */
public final class CorrectionService {
  private static final Logger LOG = LoggerFactory.getLogger(CorrectionService.class);

  private final Home home;
  private final Store store;
  private final Sheets sheets;
  private final Consumer<String> changed;

  /**
   * Creates the service for an installation.
   *
   * @param home the installation
   * @param store its open store, which the caller closes
   * @param changed receives each class whose marks have changed, so that its register becomes due
   */
  public CorrectionService(Home home, Store store, Consumer<String> changed) {
    this.home = home;
    this.store = store;
    this.sheets = new Sheets(home, store);
    this.changed = changed;
  }

  /** Another person has corrected the mark since it was displayed. */
  public static final class StaleCorrection extends RollcallException {
    private static final long serialVersionUID = 1L;

    StaleCorrection() {
      super(Message.of(Refusal.STALE_CORRECTION));
    }
  }

  /**
   * Corrects a mark or takes a correction back, updates the sheet and the result, and makes the
   * class register due. A sheet that cannot be written now is written later.
   *
   * @param lesson a lesson that has a register
   * @param edit what to change about the mark of a student in it
   * @param author who corrects
   * @throws StaleCorrection if another correction holds by now; nothing is changed then
   * @throws RollcallException if the lesson has no register, or the student is not in it
   */
  public void correct(LessonKey lesson, MarkEdit edit, String author) {
    store
        .leases()
        .exclusively(
            "class " + lesson.className(),
            () -> {
              correctAlone(lesson, edit, author);
              return null;
            });
    changed.accept(lesson.className());
  }

  private void correctAlone(LessonKey lesson, MarkEdit edit, String author) {
    String student = edit.student();
    requireRow(lesson, student);
    sheets.importCorrections(lesson);
    Map<String, Correction> holding = new LinkedHashMap<>(store.lessons().corrections(lesson));
    Optional<Correction> current = Optional.ofNullable(holding.get(student));
    if (current.equals(edit.wanted())) {
      return;
    }
    if (!current.equals(edit.seen())) {
      throw new StaleCorrection();
    }
    edit.wanted()
        .ifPresentOrElse(
            correction -> holding.put(student, correction), () -> holding.remove(student));
    store.lessons().saveCorrections(lesson, holding, author);
    store.auditLog().add(author, "", Action.CORRECTION, "%s %s".formatted(lesson, student));
    LessonRegister register = store.lessons().find(lesson).orElseThrow();
    updateResult(register);
    sheets.writeOrLeavePending(register);
  }

  private void requireRow(LessonKey lesson, String student) {
    boolean there =
        store.lessons().outline(lesson).stream()
            .flatMap(register -> register.rows().stream())
            .anyMatch(row -> row.verdict().student().id().equals(student));
    if (!there) {
      throw new RollcallException(Message.of(Refusal.NOT_IN_THE_REGISTER, student, lesson));
    }
  }

  /**
   * Updates the result if possible: it is only a copy for other programs, and the correction is
   * already safe in the store.
   */
  private void updateResult(LessonRegister register) {
    try {
      ResultFolder.update(register, home.output(register.lesson().key()));
    } catch (UnwritableResult e) {
      LOG.warn("{} It still shows the earlier marks.", e.getMessage());
    }
  }
}
