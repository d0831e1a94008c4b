package org.rollcall.desk;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.rollcall.lesson.Sheets;
import org.rollcall.model.Correction;
import org.rollcall.model.LessonKey;
import org.rollcall.model.Message;
import org.rollcall.model.Refusal;
import org.rollcall.model.RollcallException;
import org.rollcall.school.Home;
import org.rollcall.store.Store;
import org.rollcall.store.account.AuditEntry.Action;

/**
 * Corrects marks. Corrections made here and those typed into a sheet have equal rank: the later one
 * holds.
 *
 * <p>Thread-safe.
 */
public final class CorrectionService {
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
    this(store, new Sheets(home, store), changed);
  }

  CorrectionService(Store store, Sheets sheets, Consumer<String> changed) {
    this.store = store;
    this.sheets = sheets;
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
    boolean stale =
        store
            .leases()
            .exclusively("class " + lesson.className(), () -> correctAlone(lesson, edit, author));
    changed.accept(lesson.className());
    if (stale) {
      throw new StaleCorrection();
    }
  }

  /** {@return whether another correction holds by now, so that this one was not saved} */
  private boolean correctAlone(LessonKey lesson, MarkEdit edit, String author) {
    String student = edit.student();
    requireRow(lesson, student);
    // An unreadable sheet must not keep anybody from correcting here: it stays pending.
    boolean typed = sheets.importCorrectionsIfReadable(lesson);
    Optional<Correction> current =
        Optional.ofNullable(store.lessons().corrections(lesson).get(student));
    boolean stale = !current.equals(edit.wanted()) && !current.equals(edit.seen());
    boolean saves = !current.equals(edit.wanted()) && !stale;
    if (saves) {
      save(lesson, edit, author);
    }
    // What was typed has to be in everything that shows it, whatever becomes of this correction.
    if (typed || saves) {
      sheets.update(store.lessons().find(lesson).orElseThrow());
    }
    return stale;
  }

  private void save(LessonKey lesson, MarkEdit edit, String author) {
    String student = edit.student();
    Map<String, Correction> holding = new LinkedHashMap<>(store.lessons().corrections(lesson));
    edit.wanted()
        .ifPresentOrElse(
            correction -> holding.put(student, correction), () -> holding.remove(student));
    store.lessons().saveCorrections(lesson, holding, author);
    store.auditLog().add(author, "", Action.CORRECTION, "%s %s".formatted(lesson, student));
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
}
