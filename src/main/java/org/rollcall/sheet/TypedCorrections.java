package org.rollcall.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.rollcall.model.Correction;
import org.rollcall.model.Status;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The corrections in a sheet on disk.
 *
 * @param standing all corrections in the register, by student id
 * @param edits those that a person typed, changed or took back since Rollcall wrote the sheet; one
 *     taken back is {@link #NONE}
 */
record TypedCorrections(Map<String, Correction> standing, Map<String, Correction> edits) {
  /** Neither mark nor remark. */
  static final Correction NONE = new Correction(Optional.empty(), "");

  private static final Logger LOG = LoggerFactory.getLogger(TypedCorrections.class);

  /**
   * Reads a sheet. A missing file has no corrections.
   *
   * @throws UnreadableSheet if it is damaged or has no register
   */
  static TypedCorrections read(Path xlsx) {
    if (!Files.exists(xlsx)) {
      return new TypedCorrections(Map.of(), Map.of());
    }
    try (InputStream in = Files.newInputStream(xlsx);
        XSSFWorkbook workbook = new XSSFWorkbook(in)) {
      Map<String, Correction> rows = rows(workbook, xlsx);
      return new TypedCorrections(edits(rows, Map.of()), edits(rows, WrittenPage.read(workbook)));
    } catch (UnreadableSheet e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      throw new UnreadableSheet(
          ("Cannot read '%s': it is not a complete workbook (%s). Corrections in it may be lost;"
                  + " restore it from a backup or move it away, then run again.")
              .formatted(xlsx, e.getMessage()),
          e);
    }
  }

  private static Map<String, Correction> rows(XSSFWorkbook workbook, Path xlsx) {
    String id = Column.ID.heading();
    String mark = Column.CORRECTION.heading();
    String remark = Column.REMARK.heading();
    HeadedTable table =
        HeadedTable.find(workbook, id, mark, remark)
            .orElseThrow(
                () ->
                    new UnreadableSheet(
                        ("Cannot read corrections from '%s': no row with the headings '%s', '%s'"
                                + " and '%s'. Put them back, or move the file away.")
                            .formatted(xlsx, id, mark, remark)));
    Map<String, Correction> rows = new LinkedHashMap<>();
    for (HeadedTable.TableRow line : table.linesWith(id)) {
      rows.merge(line.text(id), correction(line, xlsx), TypedCorrections::both);
    }
    return rows;
  }

  private static Correction correction(HeadedTable.TableRow line, Path xlsx) {
    String word = line.text(Column.CORRECTION.heading());
    String remark = line.text(Column.REMARK.heading());
    Optional<Status> status = MarkStyle.typed(word).map(MarkStyle::status);
    if (status.isEmpty() && !word.isEmpty()) {
      // The word itself stays out of the log: it may be a name.
      LOG.warn(
          "Sheet '{}', cell {}: the correction is not one of {}. It is kept as a remark.",
          xlsx,
          line.cell(Column.CORRECTION.heading()),
          MarkStyle.CHOICES.stream().map(MarkStyle::title).toList());
      return new Correction(status, joined("Not a mark: '" + word + "'", remark));
    }
    return new Correction(status, remark);
  }

  // Two rows of one student: a copied row. The first mark holds, and the second is kept as a
  // remark.
  private static Correction both(Correction first, Correction second) {
    boolean differ = first.status().isPresent() && !first.status().equals(second.status());
    String outvoted = differ ? second.status().map(Status::title).orElse("") : "";
    return new Correction(
        first.status().or(second::status), joined(first.remark(), second.remark(), outvoted));
  }

  private static String joined(String... parts) {
    return Stream.of(parts)
        .filter(part -> !part.isEmpty())
        .distinct()
        .collect(Collectors.joining("; "));
  }

  private static Map<String, Correction> edits(
      Map<String, Correction> rows, Map<String, Correction> written) {
    Map<String, Correction> edits = new LinkedHashMap<>(rows);
    edits
        .entrySet()
        .removeIf(row -> row.getValue().equals(written.getOrDefault(row.getKey(), NONE)));
    return edits;
  }
}
