package org.rollcall.ingest;

import java.util.Optional;
import org.rollcall.store.ledger.Recording;
import org.rollcall.video.RecordingFacts;

/** Reads what recordings say of themselves, with libraries that a bad file may bring down. */
public interface FactsReader extends AutoCloseable {
  /**
   * Reads what a recording says of itself.
   *
   * @param recording the recording
   * @return what it says; empty if the thread is interrupted, or the recording is set aside because
   *     it brought down whoever read it
   * @throws org.rollcall.video.UndecodableRecording if the file is no recording
   * @throws org.rollcall.model.TemporaryFailure if it cannot be read now
   */
  Optional<RecordingFacts> read(Recording recording);

  /** Ends reading. */
  @Override
  void close();
}
