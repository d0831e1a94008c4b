package org.rollcall.config;

import static java.time.temporal.ChronoUnit.MINUTES;

import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.rollcall.inbox.ReadinessSettings;
import org.rollcall.inbox.ReadinessSettings.When;
import org.rollcall.store.StoreSettings;

/**
 * How the values of a setting are written in the file.
 *
 * @param <T> type of the values
 * @param expected what may stand there, in words, with the limits
 * @param list whether it is a list
 * @param read makes a value of the texts in the file; throws {@link IllegalArgumentException} or
 *     {@link java.time.DateTimeException} if they are not of this form
 * @param write the texts that would be read as a value
 */
record Form<T>(
    String expected,
    boolean list,
    Function<List<String>, T> read,
    Function<T, List<String>> write) {

  static Form<String> text(String expected) {
    return one(expected, text -> text, text -> text);
  }

  /** One of the constants of an enum, in small letters. */
  static <E extends Enum<E>> Form<E> choice(Class<E> type) {
    List<String> names = Arrays.stream(type.getEnumConstants()).map(Form::small).toList();
    return one(
        "one of " + String.join(", ", names),
        text -> type.getEnumConstants()[position(text, names)],
        Form::small);
  }

  static Form<Integer> wholeNumber(int lowest, int highest, String unit) {
    String expected = "a whole number from %d to %d%s".formatted(lowest, highest, unit);
    return one(expected, text -> within(lowest, Integer.valueOf(text), highest), String::valueOf);
  }

  static Form<Double> number(double lowest, double highest) {
    String expected = "a number from %s to %s".formatted(plain(lowest), plain(highest));
    return one(
        expected, text -> within(lowest, new BigDecimal(text).doubleValue(), highest), Form::plain);
  }

  static Form<Duration> time(String lowest, String highest) {
    Duration shortest = Times.parse(lowest);
    Duration longest = Times.parse(highest);
    return one(
        "a time from %s to %s".formatted(lowest, highest),
        text -> within(shortest, Times.parse(text), longest),
        Times::write);
  }

  static Form<ZoneId> zone() {
    return one("a time zone such as Europe/Zurich", ZoneId::of, ZoneId::getId);
  }

  static Form<Path> folder() {
    return one("a folder, absolute or counted from the home", Path::of, Path::toString);
  }

  static Form<String> fileName() {
    return one(
        "the name of a file",
        text ->
            new ReadinessSettings(When.STILL, Duration.ZERO, Optional.of(text))
                .sentinel()
                .orElseThrow(),
        text -> text);
  }

  static Form<Path> file() {
    return one("a file, absolute or counted from the home", Path::of, Path::toString);
  }

  /** The address of a database, without a password. */
  static Form<String> database() {
    return one(
        "jdbc:postgresql://host[:port]/database[?options] without a password",
        text ->
            new StoreSettings(Optional.of(text), Optional.empty(), Optional.empty())
                .url()
                .orElseThrow(),
        text -> text);
  }

  /** Where browsers find something: no more than the server, since links begin with a slash. */
  static Form<URI> webAddress() {
    return one(
        "http:// or https:// with the name of a machine, and its port if need be",
        Form::webAddress,
        URI::toString);
  }

  static Form<String> cron() {
    return one(
        "a Quartz cron expression of six or seven fields",
        ScheduleSettings::checkFields,
        text -> text);
  }

  static Form<LocalTime> timeOfDay() {
    return one(
        "a time of day such as 06:30",
        LocalTime::parse,
        time -> time.truncatedTo(MINUTES).toString());
  }

  static Form<List<String>> words(String expected) {
    return listOf(text(expected));
  }

  static Form<String> mailAddress() {
    return one("an address such as rollcall@school.example", MailAddress::check, text -> text);
  }

  static Form<List<String>> mailAddresses() {
    return listOf(one("addresses such as head@school.example", MailAddress::check, text -> text));
  }

  static Form<List<Pattern>> recordingPatterns() {
    return listOf(
        one(
            "regular expressions with the named group class, room or place, and date with time or"
                + " neither; with camera and part where names tell them",
            Form::recordingPattern,
            Pattern::pattern));
  }

  /** The same form, for a setting that may also be left empty. */
  Form<Optional<T>> orNothing() {
    return new Form<>(
        expected + ", or nothing",
        list,
        texts -> texts.isEmpty() ? Optional.empty() : Optional.of(read.apply(texts)),
        value -> value.map(write).orElse(List.of()));
  }

  private static <T> Form<T> one(
      String expected, Function<String, T> read, Function<T, String> write) {
    return new Form<>(
        expected, false, texts -> read.apply(only(texts)), value -> List.of(write.apply(value)));
  }

  private static <T> Form<List<T>> listOf(Form<T> item) {
    return new Form<>(
        "a list of " + item.expected(),
        true,
        texts -> each(texts, item),
        values -> values.stream().flatMap(value -> item.write().apply(value).stream()).toList());
  }

  private static <T> List<T> each(List<String> texts, Form<T> item) {
    if (texts.isEmpty()) {
      throw new IllegalArgumentException("empty list");
    }
    return texts.stream().map(text -> item.read().apply(List.of(text))).toList();
  }

  private static String only(List<String> texts) {
    if (texts.size() != 1) {
      throw new IllegalArgumentException("not one value");
    }
    return texts.get(0);
  }

  private static <V extends Comparable<V>> V within(V lowest, V value, V highest) {
    if (value.compareTo(lowest) < 0 || value.compareTo(highest) > 0) {
      throw new IllegalArgumentException("out of limits");
    }
    return value;
  }

  private static String small(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private static int position(String text, List<String> names) {
    if (!names.contains(text)) {
      throw new IllegalArgumentException("none of the choices");
    }
    return names.indexOf(text);
  }

  private static URI webAddress(String text) {
    URI address = URI.create(text);
    boolean web = "https".equals(address.getScheme()) || "http".equals(address.getScheme());
    boolean whole = address.getHost() != null && address.getUserInfo() == null;
    boolean root = address.getPath().isEmpty() || address.getPath().equals("/");
    boolean bare = root && text.indexOf('?') < 0 && text.indexOf('#') < 0;
    if (!web || !whole || !bare) {
      throw new IllegalArgumentException("no address of a server");
    }
    return address;
  }

  private static Pattern recordingPattern(String text) {
    boolean tellsWhere = Stream.of("class", "room", "place").anyMatch(g -> hasGroup(text, g));
    if (!tellsWhere || hasGroup(text, "date") != hasGroup(text, "time")) {
      throw new IllegalArgumentException("a group is missing");
    }
    return Pattern.compile(text);
  }

  private static boolean hasGroup(String pattern, String name) {
    return pattern.contains("(?<%s>".formatted(name));
  }

  private static String plain(double value) {
    return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }
}
