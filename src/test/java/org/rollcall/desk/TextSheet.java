package org.rollcall.desk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.rollcall.basics.Sha256;
import org.rollcall.model.Correction;
import org.rollcall.model.LessonRegister;
import org.rollcall.model.SheetState;
import org.rollcall.model.Status;
import org.rollcall.model.TemporaryFailure;
import org.rollcall.sheet.SheetDraft;
import org.rollcall.sheet.typed.LessonSheet;
import org.rollcall.sheet.typed.SheetContent;

/**
 * Sheets as plain text, a thousand times as fast as workbooks: a line with the version, then lines
 * of corrections as written and as shown. A file {@code .open} beside it means that it is open.
 */
final class TextSheet implements LessonSheet {
  private final Clock clock;

  TextSheet(Clock clock) {
    this.clock = clock;
  }

  @Override
  public SheetContent read(Path sheet, Map<String, String> students) {
    try {
      List<String> lines = Files.readAllLines(sheet);
      Map<String, Correction> written = new HashMap<>();
      Map<String, Correction> shown = new HashMap<>();
      for (String line : lines.subList(1, lines.size())) {
        String[] fields = line.split(",", -1);
        Correction correction =
            new Correction(
                Optional.of(fields[2]).filter(mark -> !mark.isEmpty()).map(Status::valueOf),
                fields[3]);
        (fields[0].equals("written") ? written : shown).put(fields[1], correction);
      }
      return new SheetContent(state(sheet, lines.get(0), shown), Optional.of(written), List.of());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public SheetState write(SheetDraft draft, Path sheet) {
    if (Files.exists(lock(sheet))) {
      throw new TemporaryFailure("The sheet is open.");
    }
    try {
      if (Files.exists(sheet)
          && !draft.last().map(SheetState::sha256).equals(Optional.of(Sha256.of(sheet)))) {
        throw new TemporaryFailure("The sheet was saved.");
      }
      Files.createDirectories(sheet.getParent());
      String version = UUID.randomUUID().toString();
      Map<String, Correction> shown = new HashMap<>();
      List<String> lines = new ArrayList<>(List.of(version));
      for (LessonRegister.Row row : draft.register().rows()) {
        String id = row.verdict().student().id();
        shown.put(id, row.correction().orElse(Correction.NONE));
        lines.add(line("written", id, shown.get(id)));
        lines.add(line("shown", id, shown.get(id)));
      }
      Files.write(sheet, lines);
      Files.setLastModifiedTime(sheet, FileTime.from(clock.instant()));
      return state(sheet, version, shown);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void writeValues(LessonRegister register, Path sheet) {
    // There are none beside a plain text.
  }

  /** {@return the text of a sheet in which a correction was typed} */
  static List<String> typed(List<String> sheet, String student, Correction correction) {
    return sheet.stream()
        .map(
            line ->
                line.startsWith("shown," + student + ",")
                    ? line("shown", student, correction)
                    : line)
        .toList();
  }

  /** {@return the file that means that a sheet is open} */
  static Path lock(Path sheet) {
    return sheet.resolveSibling(sheet.getFileName() + ".open");
  }

  private static SheetState state(Path sheet, String version, Map<String, Correction> shown)
      throws IOException {
    return new SheetState(
        Files.getLastModifiedTime(sheet).toInstant(), Sha256.of(sheet), version, shown);
  }

  private static String line(String kind, String student, Correction correction) {
    return String.join(
        ",", kind, student, correction.status().map(Status::name).orElse(""), correction.remark());
  }
}
