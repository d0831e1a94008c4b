package org.rollcall.basics.setting;

import java.lang.reflect.RecordComponent;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The definitions of all settings in a type of settings records, derived from its annotations.
 *
 * <p>Each component is a {@link Setting}, a {@link Fixed} value, or another settings record.
 *
 * @param <R> the settings record
 */
public final class SettingsType<R extends Record> {
  private static final ClassValue<SettingsType<?>> TYPES =
      new ClassValue<>() {
        @Override
        protected SettingsType<?> computeValue(Class<?> type) {
          return new SettingsType<>(type.asSubclass(Record.class));
        }
      };

  private final Class<R> type;
  private final List<RecordComponent> components;
  private final Map<RecordComponent, Definition> definitions = new HashMap<>();

  private SettingsType(Class<R> type) {
    this.type = type;
    this.components = List.of(type.getRecordComponents());
    for (RecordComponent component : components) {
      if (component.isAnnotationPresent(Setting.class)) {
        definitions.put(component, new Definition(component, value -> tried(component, value)));
      }
    }
  }

  /**
   * Gives the settings type of a record class.
   *
   * @param <R> the settings record
   * @param type its class
   * @return the settings type
   */
  public static <R extends Record> SettingsType<R> of(Class<R> type) {
    @SuppressWarnings("unchecked") // It was created for this very class.
    SettingsType<R> known = (SettingsType<R>) TYPES.get(type);
    return known;
  }

  /**
   * Lists the settings of a record with their values.
   *
   * @param record the record
   * @return its settings and those of nested records, each with its value, in order
   */
  public static Map<Definition, Object> values(Record record) {
    SettingsType<?> type = of(record.getClass());
    Map<Definition, Object> values = new LinkedHashMap<>();
    for (RecordComponent component : type.components) {
      Object value = get(component, record);
      if (value instanceof Record within) {
        values.putAll(values(within));
      } else if (type.definitions.containsKey(component)) {
        values.put(type.definitions.get(component), value);
      }
    }
    return Collections.unmodifiableMap(values);
  }

  /** {@return the record with all defaults} */
  public R defaults() {
    return fill(Definition::fallback);
  }

  /**
   * Creates a record from the values of its settings.
   *
   * @param values gives the value of each setting
   * @return the record
   * @throws IllegalArgumentException if the record rejects a value
   */
  public R fill(Function<Definition, Object> values) {
    return make(component -> value(component, values));
  }

  /**
   * Copies a record, replacing a record nested in it.
   *
   * @param record the record
   * @param part replaces the nested record of the same class
   * @return the copy
   * @throws IllegalArgumentException if there is no nested record of that class
   */
  public R with(R record, Record part) {
    if (components.stream().noneMatch(component -> component.getType() == part.getClass())) {
      throw new IllegalArgumentException(
          "%s holds no %s".formatted(type.getSimpleName(), part.getClass().getSimpleName()));
    }
    return make(
        component -> component.getType() == part.getClass() ? part : get(component, record));
  }

  /**
   * Rejects values outside their limits. A record calls it in its compact constructor.
   *
   * @param values the values of all components, in order
   * @throws IllegalArgumentException naming the key, what is expected and what was found
   */
  public void check(Object... values) {
    if (values.length != components.size()) {
      throw new IllegalArgumentException(
          "%s has %d components, got %d to check"
              .formatted(type.getSimpleName(), components.size(), values.length));
    }
    for (int place = 0; place < values.length; place++) {
      Definition definition = definitions.get(components.get(place));
      if (definition != null) {
        definition.check(values[place]);
      }
    }
  }

  /**
   * {@return the sections started by this record and its nested records, by name, with their help}
   */
  public Map<String, String> sections() {
    Map<String, String> sections = new LinkedHashMap<>();
    if (type.isAnnotationPresent(Section.class)) {
      sections.put(
          type.getAnnotation(Section.class).value(), type.getAnnotation(Help.class).value());
    }
    for (RecordComponent component : components) {
      if (component.getType().isRecord()) {
        sections.putAll(within(component).sections());
      }
    }
    return sections;
  }

  private Object value(RecordComponent component, Function<Definition, Object> values) {
    if (definitions.containsKey(component)) {
      return values.apply(definitions.get(component));
    }
    return component.isAnnotationPresent(Fixed.class)
        ? Form.of(component.getType()).read().apply(component.getAnnotation(Fixed.class).value())
        : within(component).fill(values);
  }

  private static SettingsType<?> within(RecordComponent component) {
    return of(component.getType().asSubclass(Record.class));
  }

  /** {@return the value of a component, if the record accepts it} */
  private Object tried(RecordComponent tried, Object value) {
    make(each -> each.equals(tried) ? value : value(each, Definition::fallback));
    return value;
  }

  private R make(Function<RecordComponent, Object> values) {
    Class<?>[] types = components.stream().map(RecordComponent::getType).toArray(Class<?>[]::new);
    Object[] arguments = components.stream().map(values).toArray();
    return call(() -> type.getDeclaredConstructor(types).newInstance(arguments));
  }

  private static Object get(RecordComponent component, Record record) {
    return call(() -> component.getAccessor().invoke(record));
  }

  /** Calls a record reflectively, rethrowing any exception the record itself throws. */
  private static <T> T call(Call<T> call) {
    try {
      return call.make();
    } catch (ReflectiveOperationException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException(e);
    }
  }

  private interface Call<T> {
    T make() throws ReflectiveOperationException;
  }
}
