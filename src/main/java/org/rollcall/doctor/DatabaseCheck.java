package org.rollcall.doctor;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.rollcall.home.HomeStore;
import org.rollcall.school.Home;
import org.rollcall.settings.Settings;
import org.rollcall.store.db.StoreAddress;
import org.rollcall.store.db.StoreCheck;

/** Checks that the database is intact and that its drive is suitable for one. */
final class DatabaseCheck implements Check {
  private static final String THING = "database";
  private static final String WAL = "wal";
  private static final int MOST_DAMAGES = 3;

  private final Home home;
  private final Settings settings;

  DatabaseCheck(Home home, Settings settings) {
    this.home = home;
    this.settings = settings;
  }

  @Override
  public List<Finding> run() {
    List<Finding> findings = new ArrayList<>();
    StoreAddress address = HomeStore.address(home, settings);
    Path folder = home.database().getParent();
    if (address instanceof StoreAddress.SqliteFile && Files.isDirectory(folder)) {
      findings.add(drive(folder));
    }
    if (HomeStore.exists(home, settings)) {
      findings.add(content(address));
    } else {
      findings.add(Finding.ok(THING, "does not exist yet; the first run creates it"));
    }
    return findings;
  }

  private static Finding drive(Path folder) {
    String journal = StoreCheck.tryIn(folder);
    return journal.equals(WAL)
        ? Finding.ok(THING, "its disk is suitable (write-ahead log)")
        : Finding.bad(
            THING,
            "its disk is not safe for it: no write-ahead log, but '%s'".formatted(journal),
            "Put output/ on a local disk of this machine, not on a network share.");
  }

  private static Finding content(StoreAddress address) {
    StoreCheck check = StoreCheck.of(address);
    if (!check.damages().isEmpty()) {
      return Finding.bad(
          THING,
          "damaged: " + String.join("; ", check.damages().stream().limit(MOST_DAMAGES).toList()),
          "Restore it from a backup, and check the disk.");
    }
    return check.current()
        ? Finding.ok(THING, "whole, tables of version " + check.version())
        : Finding.note(
            THING,
            "whole, tables of the earlier version " + check.version(),
            "Any other command updates them.");
  }
}
