package org.rollcall.worker;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Optional;

/**
 * What a parent asks a child that stays for several questions, on its standard input: the kind, the
 * length of the content, the content.
 */
public final class Request {
  /** More than any photo has that comes this way. */
  static final int MOST_BYTES = 8 * 1024 * 1024;

  private final Kind kind;
  private final byte[] content;

  /**
   * Makes a question.
   *
   * @param kind what is asked
   * @param content about what; not copied
   */
  Request(Kind kind, byte[] content) {
    this.kind = kind;
    this.content = content;
  }

  /** What can be asked. */
  public enum Kind {
    /** What a picture of a webcam, the content, says. Answered by hint, turn and weight. */
    GLANCE,
    /** To enrol the class whose name is the content. Answered by what a person should know. */
    ENROLL,
    /** To make a film; the content is its path and those of the photos, a line each. */
    FILM
  }

  /** {@return what is asked} */
  public Kind kind() {
    return kind;
  }

  /** {@return about what; not a copy} */
  public byte[] content() {
    return content;
  }

  void writeTo(DataOutputStream out) throws IOException {
    out.writeUTF(kind.name());
    out.writeInt(content.length);
    out.write(content);
    out.flush();
  }

  /**
   * Reads the next question.
   *
   * @param in from the parent
   * @return what is asked; empty when the parent has gone
   * @throws IOException if the stream ends in the middle of a question
   */
  public static Optional<Request> read(DataInputStream in) throws IOException {
    in.mark(1);
    if (in.read() < 0) {
      return Optional.empty();
    }
    in.reset();
    Kind kind = Kind.valueOf(in.readUTF());
    byte[] content = new byte[in.readInt()];
    in.readFully(content);
    return Optional.of(new Request(kind, content));
  }
}
