package org.rollcall;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The table of layers in the package comment of {@code org.rollcall}, from the top.
 *
 * @param layers the rooms of each layer
 */
record LayerTable(List<Set<String>> layers) {
  private static final Path FILE = Path.of("src/main/java/org/rollcall/package-info.java");
  private static final Pattern ROW =
      Pattern.compile(
          "<tr><td>(?<layer>[^<]*)</td>\\s*(?:\\* *)?<td>(?<rooms>.*?)</td>", Pattern.DOTALL);
  private static final Pattern ROOM = Pattern.compile("\\{@code ([a-z.]+)}");

  static LayerTable read() throws IOException {
    List<Set<String>> layers = new ArrayList<>();
    Matcher row = ROW.matcher(Files.readString(FILE));
    while (row.find()) {
      if (!row.group("layer").isBlank()) {
        layers.add(new TreeSet<>());
      }
      ROOM.matcher(row.group("rooms"))
          .results()
          .map(room -> room.group(1))
          .filter(room -> !room.startsWith("org."))
          .forEach(layers.get(layers.size() - 1)::add);
    }
    return new LayerTable(layers);
  }

  Set<String> rooms() {
    return layers.stream().flatMap(Set::stream).collect(Collectors.toSet());
  }

  /** {@return whether a room lies in a lower layer than another; all lie below the root} */
  boolean isBelow(String lower, String upper) {
    return upper.isEmpty() || layer(lower) > layer(upper);
  }

  private int layer(String room) {
    for (int i = 0; i < layers.size(); i++) {
      if (layers.get(i).contains(outer(room))) {
        return i;
      }
    }
    throw new IllegalArgumentException("Not in the table: " + room);
  }

  /** {@return the room of which a package is a part, or the room itself} */
  static String outer(String room) {
    return room.contains(".") ? room.substring(0, room.indexOf('.')) : room;
  }
}
