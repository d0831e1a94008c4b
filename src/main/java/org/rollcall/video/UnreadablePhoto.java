package org.rollcall.video;

import org.rollcall.model.Message;
import org.rollcall.model.Reason;
import org.rollcall.model.RollcallException;

/**
 * A photo that cannot be read. The message names the file but not its folder, which names a
 * student.
 */
public final class UnreadablePhoto extends RollcallException {
  private static final long serialVersionUID = 1L;

  UnreadablePhoto(String name, Message reason) {
    super(Message.of(Reason.PHOTO_UNREADABLE, name, reason));
  }

  UnreadablePhoto(String name, Message reason, Throwable cause) {
    super(Message.of(Reason.PHOTO_UNREADABLE, name, reason), cause);
  }
}
