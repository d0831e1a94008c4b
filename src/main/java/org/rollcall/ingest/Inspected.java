package org.rollcall.ingest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rollcall.inbox.UnclearName;
import org.rollcall.model.RecordingPart;
import org.rollcall.model.RollcallException;
import org.rollcall.model.TemporaryFailure;
import org.rollcall.store.ledger.Ledger;
import org.rollcall.store.ledger.Places;
import org.rollcall.store.ledger.Recording.RecordingState;

/** What the inspection of a recording has found at each of its places. */
final class Inspected {
  private final String sha256;
  private final List<RecordingPart> parts = new ArrayList<>();
  private final Map<String, RollcallException> refusals = new LinkedHashMap<>();

  Inspected(String sha256) {
    this.sha256 = sha256;
  }

  void add(List<RecordingPart> shown) {
    parts.addAll(shown);
  }

  void refuse(String file, RollcallException reason) {
    refusals.put(file, reason);
  }

  /** Enters the result into the ledger. A place that tells a lesson makes up for the others. */
  void record(Ledger ledger, Places places) {
    if (!parts.isEmpty()) {
      ledger.enter(parts);
    } else if (refusals.isEmpty()) {
      return;
    }
    boolean showsLesson = ledger.showsLesson(sha256);
    refusals.forEach(
        (file, reason) -> {
          if (showsLesson) {
            places.refuse(sha256, file, reason.message());
          } else {
            ledger.refuse(sha256, state(reason), reason.message());
          }
        });
  }

  private static RecordingState state(RollcallException reason) {
    boolean waits =
        reason instanceof TemporaryFailure
            || (reason instanceof UnclearName name && name.isDoubtful());
    return waits ? RecordingState.WAITING : RecordingState.FAILED;
  }
}
