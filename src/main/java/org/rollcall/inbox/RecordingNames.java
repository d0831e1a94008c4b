package org.rollcall.inbox;

import java.io.File;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rollcall.basics.FileName;
import org.rollcall.inbox.name.DoubtfulName;
import org.rollcall.inbox.name.NameReader;
import org.rollcall.inbox.name.NameWords;
import org.rollcall.inbox.name.NamedTime;
import org.rollcall.inbox.name.RecordingName;
import org.rollcall.model.LessonKey;
import org.rollcall.model.Message;
import org.rollcall.model.Reason;

/**
 * Parses the names of recordings: by the patterns in the settings where one matches the whole name,
 * otherwise as the usual cameras, programs and people write them.
 *
 * <p>A pattern without day and time is a fallback for names that say nothing: it is not used for a
 * name in which an earlier pattern found an impossible lesson.
 */
public final class RecordingNames {
  private static final Pattern NOT_A_DIGIT = Pattern.compile("\\D");
  private static final DateTimeFormatter DATE = strict("uuuuMMdd");
  private static final DateTimeFormatter MINUTE = strict("HHmm");
  private static final DateTimeFormatter SECOND = strict("HHmmss");

  private final List<Pattern> patterns;

  /**
   * Creates a parser for the patterns of some settings.
   *
   * @param settings the settings
   */
  public RecordingNames(InboxSettings settings) {
    patterns = settings.ownPatterns();
  }

  /**
   * Parses the path of a recording in the watched folder.
   *
   * @param path path relative to that folder, with {@code /} as the separator
   * @return what the name says
   * @throws UnclearName if no pattern matches, or the day, time or class is impossible
   */
  public RecordingName ofPath(String path) {
    return firstThatFits(path, List.of(FileName.stem(path)));
  }

  /**
   * Parses the name of a recording anywhere: its folder and name, or its name alone.
   *
   * @param file the recording
   * @return what the name says
   * @throws UnclearName if no pattern matches, or the day, time or class is impossible
   */
  public RecordingName ofFile(Path file) {
    String name = name(file);
    return firstThatFits(file.toString(), List.of(folder(file) + "/" + name, name));
  }

  /**
   * Parses the name of a recording whose class is already known.
   *
   * @param file the recording
   * @param className name of the class, overriding whatever the file name says
   * @return what the name says
   * @throws UnclearName if no pattern matches, or the day or time is impossible
   */
  public RecordingName ofFile(Path file, String className) {
    String name = name(file);
    List<String> readings = List.of(className + "/" + name, folder(file) + "/" + name, name);
    return firstThatFits(file.toString(), readings).withClass(className);
  }

  private RecordingName firstThatFits(String shown, List<String> readings) {
    String file = shown.replace(File.separatorChar, '/');
    Optional<Message> impossible = Optional.empty();
    for (Matcher matcher : fitting(readings)) {
      if (impossible.isPresent() && group(matcher, "date").isEmpty()) {
        continue;
      }
      try {
        return named(matcher);
      } catch (DateTimeException | IllegalArgumentException e) {
        impossible = Optional.of(impossible(matcher));
      }
    }
    if (impossible.isPresent()) {
      throw UnclearName.doubtful(file, impossible.get());
    }
    return read(file, readings.get(0));
  }

  private static RecordingName read(String file, String reading) {
    try {
      RecordingName name = NameReader.read(reading);
      if (name.start().isEmpty() && !reading.contains("/")) {
        throw UnclearName.useless(file, Message.of(Reason.NAME_SAYS_NOTHING));
      }
      return name;
    } catch (DoubtfulName e) {
      throw UnclearName.doubtful(file, e.reason());
    } catch (IllegalArgumentException e) {
      throw UnclearName.useless(file, Message.of(Reason.NAME_SAYS_NOTHING));
    }
  }

  private List<Matcher> fitting(List<String> readings) {
    return patterns.stream()
        .flatMap(pattern -> readings.stream().map(pattern::matcher))
        .filter(Matcher::matches)
        .toList();
  }

  private static RecordingName named(Matcher matcher) {
    Optional<String> className = group(matcher, "class");
    if (className.isPresent() && !LessonKey.isClassName(className.get())) {
      throw new IllegalArgumentException("not a class name");
    }
    return new RecordingName(
        className,
        group(matcher, "room"),
        new NameWords(group(matcher, "place").stream().toList(), "", ""),
        group(matcher, "date")
            .map(date -> NamedTime.local(date(date).atTime(time(matcher.group("time"))))),
        Optional.empty(),
        group(matcher, "camera").map(String::strip).filter(camera -> !camera.isEmpty()),
        group(matcher, "part").map(RecordingNames::number).orElse(OptionalInt.empty()));
  }

  private static Message impossible(Matcher matcher) {
    return Message.of(
        Reason.NAME_IMPOSSIBLE,
        group(matcher, "class")
            .or(() -> group(matcher, "room"))
            .or(() -> group(matcher, "place"))
            .orElse(""),
        group(matcher, "date").orElse(""),
        group(matcher, "time").orElse(""));
  }

  private static Optional<String> group(Matcher matcher, String name) {
    boolean known = matcher.pattern().pattern().contains("(?<%s>".formatted(name));
    return known ? Optional.ofNullable(matcher.group(name)) : Optional.empty();
  }

  private static OptionalInt number(String text) {
    return OptionalInt.of(Integer.parseInt(text));
  }

  private static LocalDate date(String text) {
    return LocalDate.parse(digits(text), DATE);
  }

  private static LocalTime time(String text) {
    String digits = digits(text);
    return LocalTime.parse(digits, digits.length() > 4 ? SECOND : MINUTE);
  }

  private static String digits(String text) {
    return NOT_A_DIGIT.matcher(text).replaceAll("");
  }

  private static String name(Path file) {
    return FileName.stem(file.toAbsolutePath().normalize().getFileName().toString());
  }

  private static String folder(Path file) {
    Path folder = file.toAbsolutePath().normalize().getParent();
    return folder == null || folder.getFileName() == null ? "" : folder.getFileName().toString();
  }

  private static DateTimeFormatter strict(String pattern) {
    return DateTimeFormatter.ofPattern(pattern).withResolverStyle(ResolverStyle.STRICT);
  }
}
