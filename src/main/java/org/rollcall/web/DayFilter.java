package org.rollcall.web;

import io.javalin.http.Context;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rollcall.model.DayRange;

/**
 * The days that a visitor wants to see.
 *
 * @param from the first one; empty for no such limit
 * @param to the last one; empty for no such limit
 */
record DayFilter(Optional<LocalDate> from, Optional<LocalDate> to) {
  /** All days. */
  static final DayFilter NONE = new DayFilter(Optional.empty(), Optional.empty());

  /**
   * Reads the parameters {@code from} and {@code to}, both of which may be left out.
   *
   * @throws UnusableQuery if one is no day, or they stand in the wrong order
   */
  static DayFilter of(Context context) {
    Optional<LocalDate> from = day(context, "from");
    Optional<LocalDate> to = day(context, "to");
    if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get())) {
      throw new UnusableQuery("problem.days", from.get().toString(), to.get().toString());
    }
    return new DayFilter(from, to);
  }

  private static Optional<LocalDate> day(Context context, String name) {
    Optional<String> text =
        Optional.ofNullable(context.queryParam(name)).map(String::strip).filter(t -> !t.isEmpty());
    try {
      return text.map(LocalDate::parse)
          .map(
              day -> {
                if (!DayRange.ALL.contains(day)) {
                  throw new UnusableQuery("problem.day", text.get());
                }
                return day;
              });
    } catch (DateTimeException e) {
      throw new UnusableQuery("problem.day", text.orElse(""));
    }
  }

  DayRange range() {
    return new DayRange(from.orElse(DayRange.ALL.first()), to.orElse(DayRange.ALL.last()));
  }

  boolean isSet() {
    return from.isPresent() || to.isPresent();
  }

  /** {@return the first day as a form carries it} */
  String fromText() {
    return from.map(LocalDate::toString).orElse("");
  }

  /** {@return the last day as a form carries it} */
  String toText() {
    return to.map(LocalDate::toString).orElse("");
  }

  /** {@return what an address carries, such as {@code from=2026-09-01}} */
  List<String> parameters() {
    List<String> parameters = new ArrayList<>();
    from.ifPresent(day -> parameters.add("from=" + day));
    to.ifPresent(day -> parameters.add("to=" + day));
    return parameters;
  }

  /** {@return the same as the end of an address, with its question mark; empty for all days} */
  String suffix() {
    return isSet() ? "?" + String.join("&", parameters()) : "";
  }
}
