package org.rollcall.worker;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rollcall.store.ledger.Claim;

/**
 * A request from a parent to a worker, sent on the worker's standard input: kind, length of the
 * content, content.
 */
final class Request {
  /** Larger than any photo sent this way. */
  static final int MOST_BYTES = 8 * 1024 * 1024;

  private final Kind kind;
  private final byte[] content;

  private Request(Kind kind, byte[] content) {
    this.kind = kind;
    this.content = content;
  }

  /** The kinds of request. */
  enum Kind {
    /**
     * Read the metadata of a recording; the content is its path. Answered with {@link Answers#of}.
     */
    FACTS,
    /**
     * Process a lesson; the content is its {@code fileStem} and the token of its claim, a line
     * each.
     */
    LESSON,
    /** Examine the webcam photo that is the content. Answered with {@link Answers#of}. */
    HINT,
    /** Enrol the class whose name is the content. Answered with what a person should know. */
    ENROL,
    /** Make a film; the content is its path and those of the photos, a line each. */
    FILM
  }

  static Request facts(Path recording) {
    return new Request(Kind.FACTS, text(Stream.of(recording.toAbsolutePath().toString())));
  }

  static Request lesson(Claim claim) {
    return new Request(Kind.LESSON, text(Stream.of(claim.lesson().fileStem(), claim.token())));
  }

  /**
   * Asks for a hint about a webcam photo.
   *
   * @param photo a JPEG or PNG image; not copied
   */
  static Request hint(byte[] photo) {
    return new Request(Kind.HINT, photo);
  }

  static Request enrol(String className) {
    return new Request(Kind.ENROL, text(Stream.of(className)));
  }

  static Request film(Path film, List<Path> photos) {
    return new Request(
        Kind.FILM,
        text(Stream.concat(Stream.of(film), photos.stream()).map(p -> p.toAbsolutePath() + "")));
  }

  private static byte[] text(Stream<String> lines) {
    return lines.collect(Collectors.joining("\n")).getBytes(UTF_8);
  }

  /** {@return the kind of request} */
  Kind kind() {
    return kind;
  }

  /** {@return the content; not a copy} */
  byte[] content() {
    return content;
  }

  /** {@return the lines of the content, if it is text} */
  List<String> lines() {
    return new String(content, UTF_8).lines().toList();
  }

  void writeTo(DataOutputStream out) throws IOException {
    out.writeUTF(kind.name());
    out.writeInt(content.length);
    out.write(content);
    out.flush();
  }

  /**
   * Reads the next request.
   *
   * @param in from the parent; must support mark and reset
   * @return the request; empty once the parent has gone or has nothing more to ask
   * @throws IOException if the stream ends in the middle of a request
   */
  static Optional<Request> read(DataInputStream in) throws IOException {
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
