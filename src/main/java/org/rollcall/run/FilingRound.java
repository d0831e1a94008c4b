package org.rollcall.run;

import java.nio.file.Path;
import org.rollcall.home.Installation;
import org.rollcall.inbox.Filed;
import org.rollcall.inbox.Filed.FilingResult;
import org.rollcall.inbox.Filing;
import org.rollcall.ingest.ContentIndex;
import org.rollcall.model.Message;
import org.rollcall.store.Store;
import org.rollcall.store.ledger.Recording;
import org.rollcall.store.ledger.Recording.RecordingState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Files finished recordings away as the settings require. */
final class FilingRound {
  private static final Logger LOG = LoggerFactory.getLogger(FilingRound.class);

  private final Installation installation;
  private final Store store;
  private final Filing filing;
  private final ContentIndex contentIndex;

  FilingRound(Installation installation) {
    this.installation = installation;
    this.store = installation.store();
    this.contentIndex = new ContentIndex(installation.home(), store);
    this.filing =
        new Filing(
            installation.home().footage(), installation.settings().inbox(), installation.clock());
  }

  void fileAll() {
    store
        .leases()
        .exclusively(
            "filing",
            () -> {
              store.ledger().recordings().stream()
                  .filter(recording -> recording.state().ended())
                  .takeWhile(recording -> !Thread.currentThread().isInterrupted())
                  .forEach(this::file);
              return this;
            });
  }

  private void file(Recording recording) {
    store.places().of(recording.sha256()).forEach(place -> file(recording, place));
  }

  private void file(Recording recording, String place) {
    boolean sheeted =
        recording.state() == RecordingState.DONE || recording.state() == RecordingState.PARTIAL;
    Filing.Ended ended =
        new Filing.Ended(
            installation.home().resolve(Path.of(place)),
            recording.sha256(),
            recording.finished().orElse(recording.since()),
            recording.reason().map(Message::toString).filter(reason -> !sheeted));
    Filed filed = filing.file(ended);
    filed.to().ifPresent(to -> moved(recording, place, to));
    if (filed.result() == FilingResult.DELETED) {
      store.places().deleted(recording.sha256(), place);
      LOG.info("{}: deleted, as footage.afterSuccess requires", place);
    } else if (!filed.reason().isEmpty() && filed.result() != FilingResult.MISSING) {
      LOG.warn("{} was not filed away: {}", place, filed.reason());
    }
  }

  private void moved(Recording recording, String place, Path to) {
    String name = installation.home().relative(to);
    LOG.info("{}: moved to {}", place, name);
    contentIndex.remember(to, recording.sha256());
    store.places().moved(recording.sha256(), place, name);
  }
}
