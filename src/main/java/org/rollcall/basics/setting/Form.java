package org.rollcall.basics.setting;

import static java.time.temporal.ChronoUnit.MINUTES;

import java.lang.invoke.MethodType;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * The text format of the values of one type.
 *
 * @param expected the permitted values in words
 * @param read parses a text; throws {@link IllegalArgumentException} or {@link
 *     java.time.DateTimeException} if it does not have this format
 * @param write formats a value so that {@code read} parses it again
 */
record Form(String expected, Function<String, Object> read, Function<Object, String> write) {
  private static final Map<Class<?>, Form> FORMS =
      Map.ofEntries(
          form(Integer.class, "a whole number", Integer::valueOf, String::valueOf),
          form(Double.class, "a number", text -> new BigDecimal(text).doubleValue(), Form::plain),
          form(Boolean.class, "true or false", Boolean::valueOf, String::valueOf),
          form(String.class, "a text", text -> text, text -> text),
          form(Duration.class, "a time", Times::parse, Times::write),
          form(
              LocalTime.class,
              "a time of day such as 06:30",
              LocalTime::parse,
              time -> time.truncatedTo(MINUTES).toString()),
          form(ZoneId.class, "a time zone such as Europe/Zurich", ZoneId::of, ZoneId::getId),
          form(
              Path.class,
              "a file, absolute or relative to the home folder",
              Path::of,
              Path::toString),
          form(URI.class, "an address", URI::create, URI::toString),
          form(Pattern.class, "a regular expression", Pattern::compile, Pattern::pattern));

  /**
   * Finds the format of a type.
   *
   * @throws IllegalArgumentException if settings cannot have that type
   */
  static Form of(Class<?> type) {
    if (type.isEnum()) {
      return choice(type.getEnumConstants());
    }
    Form form = FORMS.get(MethodType.methodType(type).wrap().returnType());
    if (form == null) {
      throw new IllegalArgumentException("no setting can be a " + type.getName());
    }
    return form;
  }

  private static <T> Map.Entry<Class<?>, Form> form(
      Class<T> type, String expected, Function<String, T> read, Function<T, String> write) {
    return Map.entry(type, new Form(expected, read::apply, value -> write.apply(type.cast(value))));
  }

  /** The format of an enum: its constants in lower case. */
  private static Form choice(Object[] constants) {
    List<String> names = Arrays.stream(constants).map(Form::lowerCase).toList();
    return new Form(
        "one of " + String.join(", ", names),
        text -> constants[position(text, names)],
        Form::lowerCase);
  }

  private static String lowerCase(Object constant) {
    return ((Enum<?>) constant).name().toLowerCase(Locale.ROOT);
  }

  private static int position(String text, List<String> names) {
    if (!names.contains(text)) {
      throw new IllegalArgumentException("none of the choices");
    }
    return names.indexOf(text);
  }

  private static String plain(double value) {
    return Double.isFinite(value)
        ? BigDecimal.valueOf(value).stripTrailingZeros().toPlainString()
        : String.valueOf(value);
  }
}
