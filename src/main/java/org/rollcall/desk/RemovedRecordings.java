package org.rollcall.desk;

import org.rollcall.home.HomeStore;
import org.rollcall.ingest.ContentIndex;
import org.rollcall.school.Home;
import org.rollcall.settings.Settings;
import org.rollcall.store.Store;

/** Lets the ledger learn between two runs that recordings were taken away. */
public final class RemovedRecordings {
  private RemovedRecordings() {}

  /**
   * Looks whether the files of waiting recordings are still there.
   *
   * @param home the installation
   * @param settings its settings
   * @throws org.rollcall.model.RollcallException if the database cannot be used
   */
  public static void notice(Home home, Settings settings) {
    if (HomeStore.exists(home, settings)) {
      try (Store store = HomeStore.open(home, settings)) {
        new ContentIndex(home, store).noticeRemoved();
      }
    }
  }
}
