package org.rollcall.school;

import java.nio.file.Files;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/**
 * Days on which no nightly run begins: {@code config/holidays.csv}.
 *
 * @param entries the holidays, the earliest first
 */
public record Holidays(List<Holiday> entries) {
  /** No holiday at all. */
  public static final Holidays NONE = new Holidays(List.of());

  /**
   * Some days without lessons.
   *
   * @param from the first of them
   * @param to the last of them (not before the first)
   * @param name what they are called, blank where nobody said
   */
  public record Holiday(LocalDate from, LocalDate to, String name) {
    public Holiday {
      if (to.isBefore(from)) {
        throw new IllegalArgumentException(
            "to must not be before from, got %s to %s".formatted(from, to));
      }
    }
  }

  /** Copies the list and puts it in order. */
  public Holidays {
    entries =
        entries.stream()
            .sorted(Comparator.comparing(Holiday::from).thenComparing(Holiday::to))
            .toList();
  }

  /**
   * Reads the holidays of an installation.
   *
   * @param home the installation
   * @return its holidays, none if there is no file
   * @throws InvalidConfiguration with everything that is wrong with the file
   */
  public static Holidays read(Home home) {
    if (Files.notExists(home.holidaysFile())) {
      return NONE;
    }
    String text = TextFile.read(home, home.holidaysFile());
    return HolidayRows.read(text, home.relative(home.holidaysFile()));
  }

  /** {@return every single day, in order and once} */
  public List<LocalDate> days() {
    return entries.stream()
        .flatMap(entry -> entry.from().datesUntil(entry.to().plusDays(1)))
        .distinct()
        .sorted()
        .toList();
  }

  /**
   * The holidays that are not over.
   *
   * @param today a day
   * @return those that end on that day or later, the earliest first
   */
  public List<Holiday> ahead(LocalDate today) {
    return entries.stream().filter(entry -> !entry.to().isBefore(today)).toList();
  }
}
