package org.rollcall.web.kit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.rollcall.model.RollcallException;
import org.rollcall.school.Home;
import org.rollcall.settings.Settings;
import org.rollcall.settings.SettingsFile;

/**
 * The settings in force while the service runs: those at its start, and those in the file now. Most
 * changes take effect at once; the scheduler, the server of the pages, the clock and the database
 * keep what was set at the start.
 *
 * <p>Thread-safe.
 */
final class SettingsInForce {
  private static final List<String> AT_START =
      List.of("schedule.", "web.", "store.", "school.zone", "alarm.command");

  private final Home home;
  private final Map<String, String> environment;
  private final Settings start;
  private final Map<String, String> valuesAtStart;
  private final Optional<FileVersion> holidaysAtStart;
  private Settings latest;
  private Optional<FileVersion> read;

  /** What tells whether a file has changed. */
  private record FileVersion(FileTime modified, long bytes) {
    static Optional<FileVersion> of(Path file) {
      try {
        BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class);
        return Optional.of(new FileVersion(found.lastModifiedTime(), found.size()));
      } catch (IOException e) {
        return Optional.empty();
      }
    }
  }

  SettingsInForce(Home home, Map<String, String> environment, Settings start) {
    this.home = home;
    this.environment = Map.copyOf(environment);
    this.start = start;
    this.latest = start;
    this.read = FileVersion.of(home.settingsFile());
    this.valuesAtStart = values();
    this.holidaysAtStart = FileVersion.of(home.holidaysFile());
  }

  Settings start() {
    return start;
  }

  /** {@return those in the file, or the last ones before it became faulty} */
  synchronized Settings now() {
    Optional<FileVersion> found = FileVersion.of(home.settingsFile());
    if (!found.equals(read)) {
      try {
        latest = SettingsFile.read(home);
        read = found;
      } catch (RollcallException e) {
        // The checks and the alarms say so; it is tried again the next time.
        return latest;
      }
    }
    return latest;
  }

  /**
   * {@return the keys whose new values take effect after a restart only, and the file of holidays
   * if it has changed}
   */
  List<String> awaitingRestart() {
    List<String> keys = changedKeys();
    return FileVersion.of(home.holidaysFile()).equals(holidaysAtStart)
        ? keys
        : Stream.concat(keys.stream(), Stream.of(home.relative(home.holidaysFile()))).toList();
  }

  private List<String> changedKeys() {
    try {
      Map<String, String> values = values();
      return values.keySet().stream()
          .filter(SettingsInForce::isReadAtStart)
          .filter(key -> !Objects.equals(values.get(key), valuesAtStart.get(key)))
          .toList();
    } catch (RollcallException e) {
      // The checks and the alarms tell of a faulty file.
      return List.of();
    }
  }

  private static boolean isReadAtStart(String key) {
    Predicate<String> is =
        prefix -> prefix.endsWith(".") ? key.startsWith(prefix) : key.equals(prefix);
    return AT_START.stream().anyMatch(is);
  }

  private Map<String, String> values() {
    Map<String, String> values = new LinkedHashMap<>();
    SettingsFile.explain(home, environment)
        .forEach(setting -> values.put(setting.key(), setting.value()));
    return values;
  }
}
