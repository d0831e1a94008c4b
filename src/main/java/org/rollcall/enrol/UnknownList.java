package org.rollcall.enrol;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.rollcall.home.HomeStore;
import org.rollcall.model.UnknownPerson;
import org.rollcall.result.ResultFolder;
import org.rollcall.school.Home;
import org.rollcall.settings.Settings;
import org.rollcall.store.Store;
import org.rollcall.store.people.KeptPerson;

/** The unknown persons that an installation keeps, for users to review and delete. */
public final class UnknownList {
  private UnknownList() {}

  /**
   * An unknown person who is kept.
   *
   * @param className name of the class
   * @param person the person
   * @param picture path of the best image of the face; the file may have been deleted
   * @param until when the person will be forgotten unless seen again
   */
  public record Entry(String className, UnknownPerson person, Path picture, Instant until) {}

  /**
   * Reads the list. Safe while other processes work on the installation.
   *
   * @param home the installation
   * @param settings its settings
   * @return all unknown persons, by class and number
   * @throws org.rollcall.model.RollcallException if the database cannot be read
   */
  public static List<Entry> read(Home home, Settings settings) {
    if (!HomeStore.exists(home, settings)) {
      return List.of();
    }
    List<Entry> entries = new ArrayList<>();
    Duration keeps = Duration.ofDays(settings.unknown().keepDays());
    try (Store store = HomeStore.open(home, settings)) {
      for (String className : store.unknownPersons().classNames()) {
        store.unknownPersons().list(className).stream()
            .map(kept -> entry(home, className, kept, keeps))
            .forEach(entries::add);
      }
    }
    return entries;
  }

  /**
   * Deletes the stored data of unknown persons. Their images in sheets and results remain.
   *
   * @param home the installation
   * @param settings its settings
   * @param className name of the class
   * @param persons the persons to forget
   * @throws org.rollcall.model.RollcallException if the database cannot be changed
   */
  public static void forget(
      Home home, Settings settings, String className, Collection<UnknownPerson> persons) {
    List<Integer> numbers = persons.stream().map(UnknownPerson::number).toList();
    try (Store store = HomeStore.open(home, settings)) {
      store
          .leases()
          .exclusively(
              "class " + className,
              () -> {
                store.unknownPersons().forget(className, numbers);
                return numbers;
              });
    }
  }

  private static Entry entry(Home home, String className, KeptPerson kept, Duration keeps) {
    Path picture = ResultFolder.unknownFace(home.output(kept.best()), kept.person().id());
    return new Entry(className, kept.person(), picture, kept.processed().plus(keeps));
  }
}
