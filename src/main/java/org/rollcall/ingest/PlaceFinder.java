package org.rollcall.ingest;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.rollcall.basics.LookAlike;
import org.rollcall.inbox.NameWords;
import org.rollcall.inbox.RecordingName;
import org.rollcall.model.Message;
import org.rollcall.model.Reason;
import org.rollcall.model.TemporaryFailure;

/**
 * Finds the classes and rooms of a school in the names of recordings: as all of a folder's name or
 * of the words in the file name; otherwise as a part of them, such as {@code 7A} in {@code
 * 7A_front}. What is left of the file name is the camera.
 */
final class PlaceFinder {
  private static final Pattern NUMBER = Pattern.compile("\\d+");

  private final List<String> classes;
  private final List<String> rooms;

  /**
   * Creates a finder.
   *
   * @param classes names of the classes that have a folder
   * @param rooms names of the rooms in the timetable
   */
  PlaceFinder(Collection<String> classes, Collection<String> rooms) {
    this.classes = longestFirst(classes);
    this.rooms = longestFirst(rooms);
  }

  private static List<String> longestFirst(Collection<String> names) {
    return names.stream().sorted(Comparator.comparing(String::length).reversed()).toList();
  }

  /** {@return the class of that name, as its folder spells it} */
  Optional<String> className(String name) {
    return like(name, classes);
  }

  /**
   * Finds the place that a name gives.
   *
   * @throws TemporaryFailure if it names two classes
   */
  NamedPlace of(RecordingName name) {
    if (name.className().isPresent()) {
      String stated = name.className().get();
      return place(name, className(stated).orElse(stated), true);
    }
    if (name.room().isPresent()) {
      return place(name, name.room().get(), false);
    }
    NameWords words = name.words();
    return whole(words, classes)
        .map(found -> place(name, found, true))
        .or(() -> whole(words, rooms).map(found -> place(name, found, false)))
        .or(() -> part(words, classes).map(found -> place(name, found, true)))
        .or(() -> part(words, rooms).map(found -> place(name, found, false)))
        .orElseGet(() -> place(name, words.first(), false));
  }

  private static NamedPlace place(RecordingName name, String place, boolean isClass) {
    Optional<String> camera = name.camera().or(() -> name.words().camera(place));
    return isClass
        ? new NamedPlace(Optional.of(place), "", camera)
        : new NamedPlace(Optional.empty(), place, camera);
  }

  private static Optional<String> whole(NameWords words, List<String> known) {
    List<String> found =
        words.all().flatMap(word -> like(word, known).stream()).distinct().toList();
    if (found.size() > 1) {
      throw new TemporaryFailure(
          Message.of(Reason.NAME_OF_TWO_PLACES, found.get(0), found.get(1)));
    }
    return found.stream().findFirst();
  }

  private static Optional<String> like(String word, List<String> known) {
    return known.contains(word)
        ? Optional.of(word)
        : known.stream().filter(name -> LookAlike.isAlike(word, name)).findFirst();
  }

  /** A bare number is a class or a room only at the start of a file name. */
  private static Optional<String> part(NameWords words, List<String> known) {
    return known.stream()
        .filter(
            name ->
                isNumber(name)
                    ? NameWords.part(name).matcher(words.before()).lookingAt()
                    : words.all().anyMatch(word -> NameWords.part(name).matcher(word).find()))
        .findFirst();
  }

  private static boolean isNumber(String name) {
    return NUMBER.matcher(name).matches();
  }
}
