package org.rollcall.web.kit;

/** A part of the site, with all its addresses. Areas do not know each other. */
public interface Area extends Routes, AutoCloseable {
  /** Ends the replies that are still open. The server is about to stop and could not do so. */
  default void endReplies() {}

  /** Ends what the area works with, once the server has stopped. */
  @Override
  default void close() {}
}
