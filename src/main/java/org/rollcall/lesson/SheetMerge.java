package org.rollcall.lesson;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.rollcall.model.Correction;
import org.rollcall.model.MarkChange;
import org.rollcall.model.WrittenCorrection;
import org.rollcall.store.register.SheetEdits;
import org.rollcall.store.register.SheetEdits.SheetEdit;

/**
 * Merges what people typed into a sheet with the corrections in the store. Only what differs from
 * the sheet as Rollcall knew it counts as typed. Mark and remark are merged separately: if both the
 * sheet and the store have changed since, the later of the two holds, and the other one goes into
 * the history.
 *
 * <p>A change that the sheet already showed is older than anything typed into that sheet, whatever
 * the clocks of the computers say. Only where the sheet did not show it are the times compared.
 */
final class SheetMerge {
  private final Map<String, Correction> known;
  private final Instant knownAt;
  private final Map<String, List<WrittenCorrection>> written;
  private final Instant saved;
  private final List<SheetEdit> taken = new ArrayList<>();
  private final List<SheetEdit> superseded = new ArrayList<>();

  /**
   * Prepares to merge a sheet.
   *
   * @param before the sheet before people typed
   * @param written all corrections in the store, by student id
   * @param saved when people saved the sheet
   */
  SheetMerge(KnownSheet before, Map<String, List<WrittenCorrection>> written, Instant saved) {
    this.known = before.shown;
    this.knownAt = before.at;
    this.written = written;
    this.saved = saved;
  }

  /**
   * A sheet as Rollcall knew it.
   *
   * @param shown the corrections in it, by student id
   * @param at when Rollcall read or wrote it; {@link Instant#MIN} if that is not known
   */
  record KnownSheet(Map<String, Correction> shown, Instant at) {}

  /**
   * Merges the sheet.
   *
   * @param shown the corrections in it now; {@link Correction#NONE} for rows without
   * @param sheet its name in the history
   * @return what to save
   */
  SheetEdits merge(Map<String, Correction> shown, String sheet) {
    shown.forEach(this::merge);
    return new SheetEdits(sheet, taken, superseded, List.of());
  }

  private void merge(String student, Correction shown) {
    List<WrittenCorrection> history = written.getOrDefault(student, List.of());
    Versions versions =
        new Versions(
            known.getOrDefault(student, Correction.NONE),
            shown,
            inForce(history),
            MarkChange.of(history));
    Correction merged =
        new Correction(merge(versions, Correction::status), merge(versions, Correction::remark));
    if (!merged.equals(versions.held)) {
      taken.add(new SheetEdit(student, merged, afterAll(versions.changes)));
    }
    if (isOutvoted(versions, merged, Correction::status)
        || isOutvoted(versions, merged, Correction::remark)) {
      superseded.add(new SheetEdit(student, shown, saved));
    }
  }

  /**
   * The versions of a correction.
   *
   * @param known what Rollcall knew it to show
   * @param shown what it shows now
   * @param held what the store has
   * @param changes all changes in the store
   */
  private record Versions(
      Correction known, Correction shown, Correction held, List<MarkChange> changes) {}

  private static Correction inForce(List<WrittenCorrection> history) {
    return history.stream()
        .filter(one -> one.end().isEmpty())
        .findFirst()
        .map(WrittenCorrection::correction)
        .orElse(Correction.NONE);
  }

  private <T> T merge(Versions versions, Function<Correction, T> field) {
    T shown = field.apply(versions.shown);
    T held = field.apply(versions.held);
    if (shown.equals(field.apply(versions.known))) {
      return held;
    }
    Instant changed = lastChange(versions.changes, field);
    boolean contested = !held.equals(field.apply(versions.known)) || changed.isAfter(knownAt);
    return contested && changed.isAfter(saved) ? held : shown;
  }

  private static <T> boolean isOutvoted(
      Versions versions, Correction merged, Function<Correction, T> field) {
    T shown = field.apply(versions.shown);
    return !shown.equals(field.apply(versions.known)) && !shown.equals(field.apply(merged));
  }

  private static <T> Instant lastChange(List<MarkChange> changes, Function<Correction, T> field) {
    return changes.stream()
        .filter(
            change ->
                !field
                    .apply(change.before().orElse(Correction.NONE))
                    .equals(field.apply(change.after().orElse(Correction.NONE))))
        .map(MarkChange::at)
        .max(Comparator.naturalOrder())
        .orElse(Instant.MIN);
  }

  /** When the sheet was saved, or just after the last change if that was later. */
  private Instant afterAll(List<MarkChange> changes) {
    return changes.stream()
        .map(change -> change.at().plusMillis(1))
        .filter(saved::isBefore)
        .max(Comparator.naturalOrder())
        .orElse(saved);
  }
}
