package org.rollcall.video;

import java.nio.file.Path;
import org.rollcall.model.Message;
import org.rollcall.model.Reason;
import org.rollcall.model.RollcallException;

/** A file without any frame that could be decoded, now or later. */
public final class UndecodableRecording extends RollcallException {
  private static final long serialVersionUID = 1L;

  UndecodableRecording(Path file, Message reason) {
    super(Message.of(Reason.RECORDING_UNREADABLE, file, reason));
  }
}
