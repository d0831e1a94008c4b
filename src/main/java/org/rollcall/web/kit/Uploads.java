package org.rollcall.web.kit;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.eclipse.jetty.http.MultiPart;
import org.eclipse.jetty.io.EndPoint;
import org.rollcall.basics.Daemons;
import org.rollcall.basics.FreeSpace;
import org.rollcall.school.Home;
import org.rollcall.worker.WorkFolder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes the files that forms carry. They are written to disk as they arrive, each form into a
 * folder of its own, and stay there until they are moved.
 */
public final class Uploads implements AutoCloseable {
  /** Most bytes of one form: the recording of a whole day. */
  public static final long MOST_BYTES = 32L << 30;

  private static final Logger LOG = LoggerFactory.getLogger(Uploads.class);

  /** Left free for the nightly run. */
  private static final long RESERVE_BYTES = 1L << 30;

  private static final int BUFFER_BYTES = 64 << 10;
  private static final int TIDY_EVERY_MINUTES = 60;

  private final Home home;
  private final DiskRoom room;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(Daemons.named("page-tidy"));

  /**
   * Takes files into the work folder of an installation, and deletes now and then what killed
   * processes have left there.
   *
   * @param home the installation
   */
  Uploads(Home home) {
    this.home = home;
    this.room = new DiskRoom(() -> FreeSpace.at(home.work()).orElse(0L), RESERVE_BYTES);
    var unused =
        timer.scheduleWithFixedDelay(() -> tidyUp(home), 0, TIDY_EVERY_MINUTES, TimeUnit.MINUTES);
  }

  /** A failure must not end the timer. */
  private static void tidyUp(Home home) {
    try {
      WorkFolder.tidyUp(home);
    } catch (RuntimeException e) {
      LOG.warn("Cannot look for what killed processes have left", e);
    }
  }

  /**
   * A file that was sent.
   *
   * @param file where it is
   * @param name its name at the sender, without folders; for messages only
   */
  public record Upload(Path file, String name) {}

  /**
   * The files of one form. Closing deletes those that have not been moved.
   *
   * @param files the files, in the order of the form
   * @param folder where they are
   */
  public record Batch(List<Upload> files, WorkFolder folder) implements AutoCloseable {
    public Batch {
      files = List.copyOf(files);
    }

    @Override
    public void close() {
      folder.close();
    }
  }

  /**
   * Takes the files of a form, and its fields for {@link Exchange#field}.
   *
   * @param exchange the request, to an address for uploads
   * @param field name of the field
   * @param most how large the form may be, in bytes
   * @return the files, not empty; the caller closes them
   * @throws PageProblem if there are none, they are too large or too slow, the connection broke, or
   *     there is no room for them
   */
  public Batch take(Exchange exchange, String field, long most) {
    Context context = exchange.context();
    long length = context.req().getContentLengthLong();
    if (length > most) {
      throw tooLarge(exchange.words(), length, most);
    }
    String boundary =
        Optional.ofNullable(MultiPart.extractBoundary(context.req().getContentType()))
            .orElseThrow(() -> PageProblem.badQuery("problem.malformed"));
    WorkFolder folder = WorkFolder.make(home);
    UploadReader reader = new UploadReader(boundary, folder.path(), field);
    boolean taken = false;
    try (DiskRoom.Part part = room.claim(length)) {
      read(exchange, reader, part, most);
      exchange.receive(reader.fields());
      if (reader.files().isEmpty()) {
        throw PageProblem.unusable("upload.none");
      }
      taken = true;
      return new Batch(reader.files(), folder);
    } catch (DiskRoom.NoRoom e) {
      throw noRoom(exchange.words(), length, e.free());
    } finally {
      if (!taken) {
        reader.abandon();
        folder.close();
      }
    }
  }

  private static PageProblem noRoom(Words words, long length, long free) {
    LOG.warn("There is no room for an upload of {} bytes: {} are free", length, free);
    return new PageProblem(
        HttpStatus.SERVICE_UNAVAILABLE,
        "upload.full",
        words.bytes(Math.max(length, 0)),
        words.bytes(free));
  }

  private static void read(Exchange exchange, UploadReader reader, DiskRoom.Part part, long most) {
    byte[] buffer = new byte[BUFFER_BYTES];
    DataRate rate = new DataRate(System::nanoTime);
    EndPoint connection = ConnectionGone.connection(exchange.context());
    long total = 0;
    try {
      InputStream body = exchange.context().req().getInputStream();
      int count = next(body, buffer, connection);
      while (count >= 0) {
        total += count;
        require(total <= most, () -> tooLarge(exchange.words(), most + 1, most));
        require(
            rate.isEnough(count),
            () -> new PageProblem(HttpStatus.REQUEST_TIMEOUT, "problem.slow"));
        part.write(count);
        reader.read(ByteBuffer.wrap(buffer, 0, count), false);
        count = next(body, buffer, connection);
      }
      reader.read(ByteBuffer.allocate(0), true);
    } catch (IOException e) {
      LOG.warn("Cannot keep an upload: {}", e.toString());
      throw new PageProblem(HttpStatus.SERVICE_UNAVAILABLE, "upload.broken");
    }
  }

  private static void require(boolean fine, Supplier<PageProblem> problem) {
    if (!fine) {
      throw problem.get();
    }
  }

  private static int next(InputStream body, byte[] buffer, EndPoint connection) {
    try {
      return body.read(buffer);
    } catch (IOException e) {
      LOG.info("An upload broke off: {}", e.toString());
      throw ConnectionGone.orMalformed(connection, e);
    }
  }

  private static PageProblem tooLarge(Words words, long length, long most) {
    return new PageProblem(
        HttpStatus.CONTENT_TOO_LARGE, "upload.large", words.bytes(length), words.bytes(most));
  }

  /**
   * Deletes a file that has not been moved.
   *
   * @param file the file
   */
  public static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      LOG.warn("Cannot delete {}: {}", file.getFileName(), e.toString());
    }
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
