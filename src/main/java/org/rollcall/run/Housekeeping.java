package org.rollcall.run;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.rollcall.home.Installation;
import org.rollcall.lesson.RefusedPictures;
import org.rollcall.model.LessonKey;
import org.rollcall.store.Store;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The tidying-up at the start of each run. */
final class Housekeeping {
  private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);

  private Housekeeping() {}

  /**
   * Returns lessons whose workers have died to the queue, and deletes what must not be kept:
   * pictures in classes with a refusal of consent, unknown persons not seen for a long time, and
   * old entries of the audit log.
   */
  static void tidyUp(Installation installation) {
    Store store = installation.store();
    new RefusedPictures(installation.home(), store).deleteAll();
    for (LessonKey lesson : store.claims().recover(List.of())) {
      LOG.warn("{} is waiting again: Rollcall was stopped while processing it", lesson);
    }
    store
        .unknownPersons()
        .forgetUnseenSince(daysAgo(installation, installation.settings().unknown().keepDays()));
    store.auditLog().forget(daysAgo(installation, installation.settings().audit().keepDays()));
  }

  private static Instant daysAgo(Installation installation, int days) {
    return installation.clock().instant().minus(Duration.ofDays(days));
  }
}
