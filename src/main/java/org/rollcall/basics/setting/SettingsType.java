package org.rollcall.basics.setting;

import java.lang.reflect.RecordComponent;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A type of settings records: what the annotations of its components say.
 *
 * <p>Each component is a {@link Setting}, or {@link Fixed}, or another such record.
 *
 * @param <R> the records
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
   * Tells the type of a record.
   *
   * @param <R> the record
   * @param type its class
   * @return what its annotations say
   */
  public static <R extends Record> SettingsType<R> of(Class<R> type) {
    @SuppressWarnings("unchecked") // It was made from this very class.
    SettingsType<R> known = (SettingsType<R>) TYPES.get(type);
    return known;
  }

  /**
   * Tells what a record holds.
   *
   * @param record the record
   * @return its settings and those of the records within it, each with its value, in order
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

  /** {@return the record that applies when nothing is set} */
  public R defaults() {
    return fill(Definition::fallback);
  }

  /**
   * Makes a record.
   *
   * @param values gives the value of each setting
   * @return the record
   * @throws IllegalArgumentException if the record refuses a value
   */
  public R fill(Function<Definition, Object> values) {
    return make(component -> value(component, values));
  }

  /**
   * Copies a record with another record in it.
   *
   * @param record the record
   * @param part takes the place of the one of the same class
   * @return the copy
   * @throws IllegalArgumentException if there is no place for it
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
   * Refuses what is out of limits. A record calls it in its compact constructor.
   *
   * @param values of all components, in order
   * @throws IllegalArgumentException that names the key, what is expected and what was found
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

  /** {@return the sections that this record and those within it open, by name, with their help} */
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

  /** {@return a value of one component, if the record takes it} */
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

  /** Calls into a record, and throws what the record itself throws. */
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
