package org.rollcall.basics.setting;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.DateTimeException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The definition of a setting, derived from its {@link Setting}, its {@link Help} and the type of
 * its record component.
 */
public final class Definition {
  private final Setting setting;
  private final String help;
  private final boolean optional;
  private final boolean list;
  private final Form form;
  private final List<Object> limits;
  private final Object fallback;
  private final UnaryOperator<Object> trial;

  /**
   * Derives the definition from a component.
   *
   * @param trial returns a value if its record accepts it, else throws an {@link
   *     IllegalArgumentException}
   */
  Definition(RecordComponent component, UnaryOperator<Object> trial) {
    this.setting = component.getAnnotation(Setting.class);
    this.help = component.getAnnotation(Help.class).value();
    this.trial = trial;
    Type type = component.getGenericType();
    this.optional = component.getType() == Optional.class;
    Type held = optional ? argument(type) : type;
    this.list = held instanceof ParameterizedType generic && generic.getRawType() == List.class;
    this.form = Form.of((Class<?>) (list ? argument(held) : held));
    this.limits = limits();
    this.fallback = parse(List.of(setting.fallback()));
  }

  private static Type argument(Type type) {
    return ((ParameterizedType) type).getActualTypeArguments()[0];
  }

  /** {@return the key in the file: section and name, joined by a dot} */
  public String key() {
    return setting.key();
  }

  /** {@return the first part of the key} */
  public String section() {
    return key().substring(0, key().indexOf('.'));
  }

  /** {@return the second part of the key} */
  public String name() {
    return key().substring(key().indexOf('.') + 1);
  }

  /** {@return what the setting does, for the person who sets it} */
  public String help() {
    return help;
  }

  /** {@return the permitted values in words, with limits} */
  public String expected() {
    String words = setting.expected().isEmpty() ? form.expected() : setting.expected();
    String within = setting.limits().isEmpty() ? "" : " from " + setting.limits();
    return (list ? "a list of " : "") + words + within + (optional ? ", or nothing" : "");
  }

  /** {@return the environment variable that overrides the file; empty for none} */
  public String variable() {
    return setting.variable();
  }

  /** {@return the environment variable that holds the password itself; empty for none} */
  public String password() {
    return setting.password();
  }

  /** {@return whether the value is written as a list} */
  public boolean isList() {
    return list;
  }

  /** {@return the default value} */
  public Object fallback() {
    return fallback;
  }

  /**
   * Parses a value from a file.
   *
   * @param texts the value, or the values of a list; empty if nothing is set
   * @return the value in the type of the record component
   * @throws IllegalArgumentException if the value is not as expected
   */
  public Object read(List<String> texts) {
    Object value = parse(texts);
    check(value);
    return trial.apply(value);
  }

  /**
   * Formats a value for a file.
   *
   * @param value the value in the type of the record component
   * @return the texts that {@link #read} parses to this value
   */
  public List<String> write(Object value) {
    return items(value).stream().map(form.write()).toList();
  }

  /**
   * Rejects a value outside the limits.
   *
   * @throws IllegalArgumentException naming the key, what is expected and what was found
   */
  void check(Object value) {
    List<?> items = items(Objects.requireNonNull(value, key()));
    boolean empty = items.isEmpty() && !value.equals(Optional.empty());
    if (empty || !items.stream().allMatch(this::allows)) {
      throw new IllegalArgumentException(
          "%s must be %s, got '%s'".formatted(key(), expected(), String.join(", ", write(value))));
    }
  }

  /** {@return the lowest and highest value; empty if there are no limits} */
  private List<Object> limits() {
    String[] words = setting.limits().split(" ", -1);
    return setting.limits().isEmpty()
        ? List.of()
        : List.of(form.read().apply(words[0]), form.read().apply(words[2]));
  }

  private boolean allows(Object item) {
    if (item instanceof String text) {
      return !text.isBlank();
    }
    return limits.isEmpty()
        || (compare(limits.get(0), item) <= 0 && compare(item, limits.get(1)) <= 0);
  }

  @SuppressWarnings("unchecked") // Both have the same type.
  private static int compare(Object one, Object other) {
    return ((Comparable<Object>) one).compareTo(other);
  }

  private Object parse(List<String> texts) {
    if (optional && texts.isEmpty()) {
      return Optional.empty();
    }
    if (!list && texts.size() != 1) {
      throw new IllegalArgumentException("%s must be one value, got %s".formatted(key(), texts));
    }
    try {
      List<Object> items = texts.stream().map(form.read()).toList();
      Object value = list ? items : items.get(0);
      return optional ? Optional.of(value) : value;
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** The individual values: none, one, or the elements of a list. */
  private static List<?> items(Object value) {
    Object held =
        value instanceof Optional<?> some ? some.map(Object.class::cast).orElse(List.of()) : value;
    return held instanceof List<?> items ? items : List.of(held);
  }
}
