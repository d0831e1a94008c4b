package org.rollcall.ingest;

import static java.util.stream.Collectors.toCollection;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.rollcall.basics.LookAlike;
import org.rollcall.inbox.name.NameWords;
import org.rollcall.inbox.name.RecordingName;
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
    return one(whole(words, classes), parts(words, classes))
        .map(found -> place(name, found, true))
        .or(() -> one(whole(words, rooms), Set.of()).map(found -> place(name, found, false)))
        .or(() -> one(parts(words, classes), Set.of()).map(found -> place(name, found, true)))
        .or(() -> one(parts(words, rooms), Set.of()).map(found -> place(name, found, false)))
        .orElseGet(() -> place(name, words.first(), false));
  }

  /** Gives the only name found, if any; others that are found beside it make it doubtful. */
  private static Optional<String> one(Set<String> found, Set<String> beside) {
    if (found.isEmpty()) {
      return Optional.empty();
    }
    List<String> all = Stream.concat(found.stream(), beside.stream()).distinct().toList();
    if (all.size() > 1) {
      throw new TemporaryFailure(Message.of(Reason.NAME_OF_TWO_PLACES, all.get(0), all.get(1)));
    }
    return Optional.of(all.get(0));
  }

  private static NamedPlace place(RecordingName name, String place, boolean isClass) {
    Optional<String> camera = name.camera().or(() -> name.words().camera(place));
    return isClass
        ? new NamedPlace(Optional.of(place), "", camera)
        : new NamedPlace(Optional.empty(), place, camera);
  }

  /** Names that are all of a folder, or all that the file name has before or after its times. */
  private static Set<String> whole(NameWords words, List<String> known) {
    return words
        .all()
        .flatMap(word -> like(word, known).stream())
        .collect(toCollection(LinkedHashSet::new));
  }

  private static Optional<String> like(String word, List<String> known) {
    return known.contains(word)
        ? Optional.of(word)
        : known.stream().filter(name -> LookAlike.isAlike(word, name)).findFirst();
  }

  /**
   * Names that are a part of a folder's or the file's name, without those within a longer one. A
   * bare number is a class or a room only at the start of a file name.
   */
  private static Set<String> parts(NameWords words, List<String> known) {
    Set<String> found = new LinkedHashSet<>();
    List<String> left = words.all().collect(toCollection(ArrayList::new));
    for (String name : known) {
      Pattern part = NameWords.part(name);
      boolean isPart =
          isNumber(name)
              ? part.matcher(words.before()).lookingAt()
              : left.stream().anyMatch(word -> part.matcher(word).find());
      if (isPart) {
        found.add(name);
        left.replaceAll(word -> part.matcher(word).replaceAll("/"));
      }
    }
    return found;
  }

  private static boolean isNumber(String name) {
    return NUMBER.matcher(name).matches();
  }
}
