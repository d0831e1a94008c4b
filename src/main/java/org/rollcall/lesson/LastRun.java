package org.rollcall.lesson;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import org.rollcall.config.Home;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** When a run over the watched folder last came to its end, so that a missed one is noticed. */
public final class LastRun {
  private static final Logger LOG = LoggerFactory.getLogger(LastRun.class);

  private LastRun() {}

  /**
   * Looks it up.
   *
   * @param home the installation
   * @return when the last run that came to its end began; empty when there was none, or nobody
   *     knows
   */
  public static Optional<Instant> of(Home home) {
    try {
      return Optional.of(Instant.parse(Files.readString(home.lastRun()).strip()));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException | DateTimeException e) {
      LOG.warn(
          "Cannot read {}: {}. A missed run goes unnoticed.",
          home.relative(home.lastRun()),
          e.toString());
      return Optional.empty();
    }
  }

  /** Remembers when the run that ends now began. Failing that is no reason to fail the run. */
  static void remember(Home home, Instant begun) {
    Path file = home.lastRun();
    Path aside = file.resolveSibling(file.getFileName() + ".new");
    try {
      Files.writeString(aside, begun + "\n");
      Files.move(aside, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      LOG.warn(
          "Cannot write {}: {}. A missed run goes unnoticed.", home.relative(file), e.toString());
    }
  }
}
