package org.rollcall.web.classes;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rollcall.model.DayRange;
import org.rollcall.web.kit.Exchange;
import org.rollcall.web.kit.PageProblem;

/**
 * The days that a user wants to see.
 *
 * @param from the first day; empty for no limit
 * @param to the last day; empty for no limit
 */
record DayFilter(Optional<LocalDate> from, Optional<LocalDate> to) {
  /** All days. */
  static final DayFilter NONE = new DayFilter(Optional.empty(), Optional.empty());

  /**
   * Reads the parameters {@code from} and {@code to} of a query, both of which may be missing.
   *
   * @throws PageProblem if one is not a day, or the last day comes before the first
   */
  static DayFilter of(Exchange exchange) {
    Optional<LocalDate> from = day(exchange.query("from"));
    Optional<LocalDate> to = day(exchange.query("to"));
    if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get())) {
      throw PageProblem.badQuery("problem.days", from.get().toString(), to.get().toString());
    }
    return new DayFilter(from, to);
  }

  private static Optional<LocalDate> day(String text) {
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      LocalDate day = LocalDate.parse(text);
      if (DayRange.ALL.contains(day)) {
        return Optional.of(day);
      }
    } catch (DateTimeException e) {
      // Refused below, as a day too far away is.
    }
    throw PageProblem.badQuery("problem.day", text);
  }

  DayRange range() {
    return new DayRange(from.orElse(DayRange.ALL.first()), to.orElse(DayRange.ALL.last()));
  }

  boolean isSet() {
    return from.isPresent() || to.isPresent();
  }

  /** {@return the first day as a form holds it} */
  String fromText() {
    return from.map(LocalDate::toString).orElse("");
  }

  /** {@return the last day as a form holds it} */
  String toText() {
    return to.map(LocalDate::toString).orElse("");
  }

  /** {@return the parameters of a query, such as {@code from=2026-09-01}} */
  List<String> parameters() {
    List<String> parameters = new ArrayList<>();
    from.ifPresent(day -> parameters.add("from=" + day));
    to.ifPresent(day -> parameters.add("to=" + day));
    return parameters;
  }

  /** {@return the query with its question mark; empty for all days} */
  String suffix() {
    return isSet() ? "?" + String.join("&", parameters()) : "";
  }
}
