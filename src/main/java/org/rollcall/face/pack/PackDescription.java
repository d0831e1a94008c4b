package org.rollcall.face.pack;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

/**
 * Describes a model pack, installed or not.
 *
 * @param id short name in settings, commands and the store
 * @param title name to show
 * @param tasks what it is for (not empty)
 * @param licence terms of the weights, in short
 * @param origin where the weights come from
 * @param embedding input of its embedder; present if and only if it has that task
 */
public record PackDescription(
    String id,
    String title,
    Set<PackTask> tasks,
    String licence,
    String origin,
    Optional<EmbeddingInput> embedding) {
  /** Name of the file that holds a description. */
  static final String FILE = "pack.properties";

  public PackDescription {
    tasks = Set.copyOf(tasks);
    if (tasks.isEmpty()) {
      throw new IllegalArgumentException("A pack needs a task, '%s' has none".formatted(id));
    }
    if (tasks.contains(PackTask.EMBEDDING) != embedding.isPresent()) {
      throw new IllegalArgumentException(
          "Pack '%s' must have an embedding input if and only if it embeds".formatted(id));
    }
  }

  /**
   * Reads a description.
   *
   * @param properties keys as in {@code compact/pack.properties}
   * @return the description
   * @throws IllegalArgumentException if a key is missing or has an invalid value
   */
  static PackDescription of(Properties properties) {
    Set<PackTask> tasks = EnumSet.noneOf(PackTask.class);
    Arrays.stream(value(properties, "tasks").split("\\s*,\\s*", -1))
        .map(PackTask::valueOf)
        .forEach(tasks::add);
    return new PackDescription(
        value(properties, "id"),
        value(properties, "title"),
        tasks,
        value(properties, "licence"),
        value(properties, "origin"),
        tasks.contains(PackTask.EMBEDDING)
            ? Optional.of(embeddingInput(properties))
            : Optional.empty());
  }

  private static EmbeddingInput embeddingInput(Properties properties) {
    return new EmbeddingInput(
        Alignment.valueOf(value(properties, "embedding.alignment")),
        Float.parseFloat(value(properties, "embedding.mean")),
        Float.parseFloat(value(properties, "embedding.scale")),
        Integer.parseInt(value(properties, "embedding.dimension")));
  }

  private static String value(Properties properties, String key) {
    String value = properties.getProperty(key);
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException("'%s' is missing".formatted(key));
    }
    return value.strip();
  }

  /** Writes the description to a folder, for {@link #of} to read. */
  void write(Path folder) throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add("id = " + id);
    lines.add("title = " + title);
    lines.add("tasks = " + tasks.stream().sorted().map(PackTask::name).collect(joining(", ")));
    lines.add("licence = " + licence);
    lines.add("origin = " + origin);
    embedding.ifPresent(
        input -> {
          lines.add("embedding.alignment = " + input.alignment());
          lines.add("embedding.mean = " + input.mean());
          lines.add("embedding.scale = " + input.scale());
          lines.add("embedding.dimension = " + input.dimension());
        });
    Files.write(folder.resolve(FILE), lines);
  }

  /** {@return the networks of all its tasks} */
  List<String> networks() {
    return tasks.stream().sorted().flatMap(task -> task.networks().stream()).toList();
  }
}
