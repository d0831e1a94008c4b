package org.rollcall.inbox;

import java.nio.file.Path;
import java.time.Period;
import org.rollcall.model.RollcallException;

/**
 * What becomes of a recording after its end.
 *
 * <p>Folders are absolute, or counted from the folder in which the watched folder lies.
 *
 * @param afterSuccess what happens to a recording whose lessons have their sheets
 * @param afterFailure what happens to a recording that could not be used
 * @param afterDays how many days after its end that happens (0 to 3650)
 * @param doneFolder where recordings are moved after success
 * @param failedFolder where recordings are moved after failure
 */
public record FateSettings(
    AfterSuccess afterSuccess,
    AfterFailure afterFailure,
    int afterDays,
    Path doneFolder,
    Path failedFolder) {
  private static final int MOST_DAYS = 3650;

  /** What holds when nothing is set: every recording stays. */
  public static final FateSettings DEFAULT =
      new FateSettings(
          AfterSuccess.STAY,
          AfterFailure.STAY,
          0,
          Path.of("footage", "_done"),
          Path.of("footage", "_failed"));

  /** What happens to a recording whose lessons have their sheets. */
  public enum AfterSuccess {
    /** It stays where it is. */
    STAY,
    /** It is moved to the folder of what is done. */
    MOVE,
    /** It is deleted. */
    DELETE
  }

  /** What happens to a recording that could not be used. */
  public enum AfterFailure {
    /** It stays where it is. */
    STAY,
    /** It is moved to the folder of what failed, with its reason beside it. */
    MOVE
  }

  public FateSettings {
    if (afterDays < 0 || afterDays > MOST_DAYS) {
      throw new IllegalArgumentException(
          "afterDays must be 0 to %d, got %d".formatted(MOST_DAYS, afterDays));
    }
  }

  Period delay() {
    return Period.ofDays(afterDays);
  }

  /** {@return where recordings of a watched folder go after success (absolute)} */
  Path doneFolder(Path footage) {
    return resolve(footage, doneFolder, "footage.doneFolder");
  }

  /** {@return where recordings of a watched folder go after failure (absolute)} */
  Path failedFolder(Path footage) {
    return resolve(footage, failedFolder, "footage.failedFolder");
  }

  private static Path resolve(Path footage, Path folder, String key) {
    Path watched = footage.toAbsolutePath().normalize();
    Path resolved = watched.resolveSibling(folder).normalize();
    if (watched.startsWith(resolved)) {
      throw new RollcallException(
          ("Cannot use %s as %s: it is the watched folder %s or holds it, expected one beside it"
                  + " or below it. Change the setting.")
              .formatted(folder, key, watched));
    }
    return resolved;
  }
}
