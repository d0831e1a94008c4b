package org.rollcall.school;

import java.nio.file.Files;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/**
 * Holidays, on which no nightly run starts: {@code config/holidays.csv}.
 *
 * @param entries the holidays, earliest first
 */
public record Holidays(List<Holiday> entries) {
  /** No holidays. */
  public static final Holidays NONE = new Holidays(List.of());

  /**
   * A range of days without lessons.
   *
   * @param from the first day
   * @param to the last day, inclusive (not before the first)
   * @param name name of the holiday; blank if not given
   */
  public record Holiday(LocalDate from, LocalDate to, String name) {
    public Holiday {
      if (to.isBefore(from)) {
        throw new IllegalArgumentException(
            "to must not be before from, got %s to %s".formatted(from, to));
      }
    }
  }

  /** Copies the list and sorts it. */
  public Holidays {
    entries =
        entries.stream()
            .sorted(Comparator.comparing(Holiday::from).thenComparing(Holiday::to))
            .toList();
  }

  /**
   * Reads the holidays of an installation.
   *
   * @param home the home folder of the installation
   * @return its holidays; none if there is no file
   * @throws InvalidConfiguration listing everything that is wrong with the file
   */
  public static Holidays read(Home home) {
    if (Files.notExists(home.holidaysFile())) {
      return NONE;
    }
    String text = TextFile.read(home, home.holidaysFile());
    return HolidayRows.read(text, home.relative(home.holidaysFile()));
  }

  /** {@return each day off, in order and without duplicates} */
  public List<LocalDate> days() {
    return entries.stream()
        .flatMap(entry -> entry.from().datesUntil(entry.to().plusDays(1)))
        .distinct()
        .sorted()
        .toList();
  }

  /**
   * Selects the current and future holidays.
   *
   * @param today the current day
   * @return holidays that end on that day or later, earliest first
   */
  public List<Holiday> ahead(LocalDate today) {
    return entries.stream().filter(entry -> !entry.to().isBefore(today)).toList();
  }
}
