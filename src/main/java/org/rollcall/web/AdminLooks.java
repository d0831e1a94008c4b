package org.rollcall.web;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.rollcall.config.Home;
import org.rollcall.config.Settings;
import org.rollcall.config.SettingsFile;
import org.rollcall.doctor.Doctor;
import org.rollcall.doctor.Finding;
import org.rollcall.lesson.Overview;
import org.rollcall.store.Store;

/** Looks that take a while. They are taken in threads of their own, and not for each request. */
final class AdminLooks implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(4);

  /** The service has the port itself. */
  private static final String PAGE = "page";

  private final FreshLook<Overview.Folder> folder;
  private final FreshLook<Storage> storage;
  private final FreshLook<PackList> packs;
  private final FreshLook<List<Finding>> findings;

  AdminLooks(Home home, Clock clock, Supplier<Store> store) {
    this.folder =
        look(
            () -> {
              Settings settings = SettingsFile.read(home);
              return Overview.folder(home, settings, store.get(), clock);
            },
            clock,
            Duration.ofSeconds(30));
    this.storage =
        look(() -> Storage.of(home, SettingsFile.read(home)), clock, Duration.ofMinutes(10));
    this.packs =
        look(() -> PackList.of(home, SettingsFile.read(home)), clock, Duration.ofMinutes(10));
    this.findings =
        look(
            () ->
                new Doctor(home, clock)
                    .examine().stream().filter(finding -> !finding.thing().equals(PAGE)).toList(),
            clock,
            Duration.ofMinutes(15));
  }

  private static <T> FreshLook<T> look(Supplier<T> look, Clock clock, Duration fresh) {
    return new FreshLook<>(look, clock, fresh, PATIENCE);
  }

  /** {@return what lies in the watched folder; empty while that is looked at} */
  Optional<Overview.Folder> folder() {
    return folder.get();
  }

  /** {@return what lies where; empty while that is counted} */
  Optional<Storage> storage() {
    return storage.get();
  }

  /** {@return the model packs; empty while they are verified} */
  Optional<PackList> packs() {
    return packs.get();
  }

  /** {@return what was found out about the installation; empty while it is examined} */
  Optional<List<Finding>> findings() {
    return findings.get();
  }

  @Override
  public void close() {
    folder.close();
    storage.close();
    packs.close();
    findings.close();
  }
}
