package org.rollcall.inbox;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.rollcall.basics.setting.Help;
import org.rollcall.basics.setting.Section;
import org.rollcall.basics.setting.Setting;
import org.rollcall.basics.setting.SettingsType;

/**
 * Settings for the watched folder: which files are recordings, when they are complete, and what
 * happens to them afterwards.
 *
 * @param patterns regular expressions for names of the school's own making, for the path below
 *     {@code footage/}, without extension and with {@code /} between folders, tried in this order.
 *     The group named class, room or place gives the location of the lesson; the groups date
 *     (yyyy-MM-dd or yyyyMMdd) and time (HHmm, HH-mm, HHmmss), both or neither, give its start; the
 *     groups camera and part (a number) distinguish the recordings of one lesson
 * @param extensions file name extensions of recordings, in lower case, without the dot
 * @param readiness when a recording is complete
 * @param retention what happens to a recording after processing
 */
@Section("footage")
@Help("Which files are recordings, when they are complete, and what happens to them afterwards.")
public record InboxSettings(
    @Setting(
            key = "footage.patterns",
            expected =
                "regular expressions with the named group class, room or place, and date with time"
                    + " or neither; with camera and part where names give them")
        @Help(
            "Patterns for names that Rollcall does not understand by itself. Each describes a whole"
                + " path below footage/, without the extension; the first that matches counts."
                + " Named groups give the class or the room (or place, for either of them), the"
                + " date (yyyy-MM-dd or yyyyMMdd) and the time (HHmm, HH-mm or HHmmss), the camera,"
                + " and the part (the number of a chunk). Without date and time, those of the file"
                + " are used. The patterns that earlier versions wrote here have no effect.")
        Optional<List<Pattern>> patterns,
    @Setting(
            key = "footage.extensions",
            fallback = {
              "mp4", "m4v", "mov", "mkv", "webm", "avi", "ts", "m2ts", "mts", "mpg", "mpeg", "vob",
              "dav", "3gp", "wmv", "asf", "flv", "ogv", "mxf", "h264", "h265", "264", "265", "hevc",
              "mjpeg"
            },
            expected = "file name extensions without the dot")
        @Help("Which files are recordings.")
        List<String> extensions,
    ReadinessSettings readiness,
    RetentionSettings retention) {
  /** The defaults. */
  public static final InboxSettings DEFAULT = SettingsType.of(InboxSettings.class).defaults();

  public InboxSettings {
    patterns = patterns.map(List::copyOf);
    extensions = extensions.stream().map(e -> e.toLowerCase(Locale.ROOT)).toList();
    SettingsType.of(InboxSettings.class).check(patterns, extensions, readiness, retention);
    patterns.ifPresent(all -> all.forEach(pattern -> checkGroups(pattern.pattern())));
  }

  /** {@return the patterns that the school itself has chosen} */
  List<Pattern> ownPatterns() {
    return FormerPatterns.without(patterns.orElse(List.of()));
  }

  private static void checkGroups(String pattern) {
    boolean tellsWhere = Stream.of("class", "room", "place").anyMatch(g -> hasGroup(pattern, g));
    if (!tellsWhere || hasGroup(pattern, "date") != hasGroup(pattern, "time")) {
      throw new IllegalArgumentException("a named group is missing in '%s'".formatted(pattern));
    }
  }

  private static boolean hasGroup(String pattern, String name) {
    return pattern.contains("(?<%s>".formatted(name));
  }
}
