package org.rollcall.doctor;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rollcall.basics.Readers;
import org.rollcall.school.Home;
import org.rollcall.settings.Settings;

/** Checks that other users of the machine cannot read faces, names and passwords. */
final class PrivacyCheck implements Check {
  private static final String THING = "privacy";

  private final Home home;
  private final Settings settings;

  PrivacyCheck(Home home, Settings settings) {
    this.home = home;
    this.settings = settings;
  }

  @Override
  public List<Finding> run() {
    List<Finding> open = new ArrayList<>();
    secrets().forEach((path, what) -> check(path, what).ifPresent(open::add));
    if (Readers.includeEverybody(home.resolve(Path.of("attendance")))) {
      open.add(
          Finding.note(
              THING,
              "each user of this machine can read attendance/, which holds names and marks",
              "If that is not wanted: chmod o-rx attendance"));
    }
    return open.isEmpty()
        ? List.of(Finding.ok(THING, "other users of this machine can read no faces or passwords"))
        : open;
  }

  private Map<Path, String> secrets() {
    Map<Path, String> secrets = new LinkedHashMap<>();
    secrets.put(home.resolve(Path.of("output")), "holds faces, names and marks");
    secrets.put(home.database(), "holds faces, names and hashes of passwords");
    secrets.put(home.config().resolve("classes"), "holds names and photos");
    secrets.put(home.footage(), "holds recordings of classes");
    List.of(
            settings.web().keyStore(),
            settings.web().keyStorePasswordFile(),
            settings.store().passwordFile(),
            settings.mail().server().sender().passwordFile())
        .forEach(file -> file.ifPresent(path -> secrets.put(home.resolve(path), "is secret")));
    return secrets;
  }

  private Optional<Finding> check(Path path, String what) {
    String shown = home.relative(path);
    return Readers.includeEverybody(path)
        ? Optional.of(
            Finding.bad(
                THING,
                "each user of this machine can read %s, which %s".formatted(shown, what),
                "Close it: chmod o-rwx '%s'".formatted(shown)))
        : Optional.empty();
  }
}
