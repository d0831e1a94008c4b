package org.rollcall.demo;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A room with its people, painted from the back wall towards the camera. Thread-safe. */
final class Classroom {
  private final BufferedImage room;
  private final List<SeatRow> rows = new ArrayList<>();

  private record SeatRow(Desks.Layer chairs, List<Actor> people, Desks.Layer tables) {}

  /** Creates the room and everybody in it. */
  Classroom(Scene scene, List<Performance> performances) {
    int width = scene.camera().width();
    Random random = new Random(scene.seed());
    room = Room.paint(width, scene.camera().height(), random);
    Map<Integer, List<Performance>> byRow =
        performances.stream()
            .sorted(Comparator.comparing(performance -> performance.seat().x()))
            .collect(
                Collectors.groupingBy(
                    performance -> performance.seat().row(), TreeMap::new, Collectors.toList()));
    for (List<Performance> row : byRow.values()) {
      Desks furniture = new Desks(row.stream().map(Performance::seat).toList(), random);
      List<Actor> people = row.stream().map(one -> new Actor(one, width)).toList();
      rows.add(new SeatRow(furniture.chairs(width), people, furniture.tables(width)));
    }
  }

  /**
   * Paints the scene at a given time in seconds; in each row, people who walk pass behind those who
   * sit.
   */
  void paint(Graphics2D canvas, double second) {
    canvas.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    canvas.drawImage(room, 0, 0, null);
    for (SeatRow row : rows) {
      row.chairs.paint(canvas);
      row.people.stream().filter(one -> walks(one, second)).forEach(p -> p.paint(canvas, second));
      row.people.stream().filter(one -> !walks(one, second)).forEach(p -> p.paint(canvas, second));
      row.tables.paint(canvas);
    }
  }

  private static boolean walks(Actor person, double second) {
    return person.performance().stay().walks(second);
  }
}
