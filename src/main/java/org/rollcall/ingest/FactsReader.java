package org.rollcall.ingest;

import java.util.Optional;
import org.rollcall.store.ledger.Recording;
import org.rollcall.video.RecordingFacts;

/** Reads the metadata of recordings, using native libraries that a damaged file may crash. */
public interface FactsReader extends AutoCloseable {
  /**
   * Reads the metadata of a recording.
   *
   * @param recording the recording
   * @return the metadata; empty if the thread is interrupted, or the recording is set aside because
   *     it crashed its reader
   * @throws org.rollcall.video.UndecodableRecording if the file is not a recording
   * @throws org.rollcall.model.TemporaryFailure if it cannot be read at the moment
   */
  Optional<RecordingFacts> read(Recording recording);

  /** Stops reading and releases resources. */
  @Override
  void close();
}
