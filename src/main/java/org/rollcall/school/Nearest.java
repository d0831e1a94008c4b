package org.rollcall.school;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the known word that a user probably meant. */
public final class Nearest {
  private Nearest() {}

  /**
   * Finds the word with the smallest edit distance. Letter case is ignored.
   *
   * @param word the word as written
   * @param known the candidates
   * @return the nearest candidate, however distant, and the first of several; empty only if there
   *     are no candidates
   */
  public static Optional<String> to(String word, Collection<String> known) {
    String wanted = word.toLowerCase(Locale.ROOT);
    return known.stream()
        .min(Comparator.comparingInt(each -> edits(wanted, each.toLowerCase(Locale.ROOT))));
  }

  /**
   * Finds a word that differs by few mistakes only.
   *
   * @param most how many letters may be wrong
   * @param word the word as written
   * @param known the candidates
   * @return the nearest candidate; empty if all are farther
   */
  static Optional<String> within(int most, String word, Collection<String> known) {
    String wanted = word.toLowerCase(Locale.ROOT);
    return to(word, known).filter(each -> edits(wanted, each.toLowerCase(Locale.ROOT)) <= most);
  }

  /** Levenshtein distance: the smallest number of insertions, deletions and substitutions. */
  private static int edits(String from, String to) {
    int[] row = new int[to.length() + 1];
    for (int column = 0; column < row.length; column++) {
      row[column] = column;
    }
    for (int line = 1; line <= from.length(); line++) {
      int diagonal = row[0];
      row[0] = line;
      for (int column = 1; column < row.length; column++) {
        int replaced = diagonal + (from.charAt(line - 1) == to.charAt(column - 1) ? 0 : 1);
        diagonal = row[column];
        row[column] = Math.min(replaced, 1 + Math.min(row[column], row[column - 1]));
      }
    }
    return row[to.length()];
  }
}
