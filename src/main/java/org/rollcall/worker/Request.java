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
 * What a parent asks a worker, on its standard input: the kind, the length of the content, the
 * content.
 */
final class Request {
  /** More than any photo has that comes this way. */
  static final int MOST_BYTES = 8 * 1024 * 1024;

  private final Kind kind;
  private final byte[] content;

  private Request(Kind kind, byte[] content) {
    this.kind = kind;
    this.content = content;
  }

  /** What can be asked. */
  enum Kind {
    /** What a recording says of itself; its path. Answered by {@link Answers#of}. */
    FACTS,
    /** To work on a lesson; its {@code fileStem} and the token of its claim, a line each. */
    LESSON,
    /** What a picture of a webcam, the content, says. Answered by {@link Answers#of}. */
    HINT,
    /** To enrol the class whose name is the content. Answered by what a person should know. */
    ENROL,
    /** To make a film; its path and those of the photos, a line each. */
    FILM
  }

  static Request facts(Path recording) {
    return new Request(Kind.FACTS, text(Stream.of(recording.toAbsolutePath().toString())));
  }

  static Request lesson(Claim claim) {
    return new Request(Kind.LESSON, text(Stream.of(claim.lesson().fileStem(), claim.token())));
  }

  /**
   * Asks what a picture says.
   *
   * @param photo a JPEG or PNG picture; not copied
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

  /** {@return what is asked} */
  Kind kind() {
    return kind;
  }

  /** {@return about what; not a copy} */
  byte[] content() {
    return content;
  }

  /** {@return about what, where it is text} */
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
   * @param in from the parent; can be marked
   * @return what is asked; empty when the parent has gone, or has nothing more to ask
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
