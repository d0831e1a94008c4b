package org.rollcall.web.kit;

import io.javalin.config.JavalinConfig;
import io.javalin.config.SizeUnit;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.rollcall.basics.FreeSpace;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes the files that forms carry. They are written to disk as they arrive, whatever their size,
 * and stay in a folder of their own until they are moved.
 */
public final class Uploads {
  /** Most bytes of one form: the recording of a whole day. */
  public static final long MOST_BYTES = 32L << 30;

  private static final Logger LOG = LoggerFactory.getLogger(Uploads.class);

  /** Left free for the nightly run. */
  private static final long RESERVE_BYTES = 1L << 30;

  private static final Duration LEFT_AFTER = Duration.ofDays(1);
  private static final int IN_MEMORY_KIBIBYTES = 64;

  private final Path folder;

  /**
   * Takes files into a folder.
   *
   * @param folder the folder, which need not exist
   */
  Uploads(Path folder) {
    this.folder = folder;
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
   */
  public record Batch(List<Upload> files) implements AutoCloseable {
    public Batch {
      files = List.copyOf(files);
    }

    @Override
    public void close() {
      files.forEach(upload -> delete(upload.file));
    }
  }

  /** Prepares the folder and tells the server to use it. */
  void configure(JavalinConfig config) {
    try {
      Files.createDirectories(folder);
      tidyUp();
    } catch (IOException e) {
      LOG.warn("Uploads will fail, as their folder cannot be used: {}", e.toString());
    }
    config.jetty.multipartConfig.cacheDirectory(folder.toString());
    config.jetty.multipartConfig.maxFileSize(MOST_BYTES, SizeUnit.BYTES);
    config.jetty.multipartConfig.maxTotalRequestSize(MOST_BYTES, SizeUnit.BYTES);
    config.jetty.multipartConfig.maxInMemoryFileSize(IN_MEMORY_KIBIBYTES, SizeUnit.KB);
  }

  /** Deletes what a killed process has left; another process may be receiving a file just now. */
  private void tidyUp() throws IOException {
    FileTime old = FileTime.from(Instant.now().minus(LEFT_AFTER));
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        deleteIfOlder(file, old);
      }
    }
  }

  private static void deleteIfOlder(Path file, FileTime limit) throws IOException {
    if (Files.getLastModifiedTime(file).compareTo(limit) < 0) {
      delete(file);
    }
  }

  /**
   * Takes the files of a form.
   *
   * @param exchange the request
   * @param field name of the field
   * @param most how large they may be together, in bytes
   * @return the files, not empty; the caller closes them
   * @throws PageProblem if there are none, they are too large, the connection broke, or there is no
   *     room for them
   */
  public Batch take(Exchange exchange, String field, long most) {
    Context context = exchange.context();
    requireRoom(exchange.words(), context.contentLength(), most);
    List<Upload> files = new ArrayList<>();
    try {
      for (Part part : parts(context, field)) {
        files.add(keep(part));
      }
    } catch (IOException | ServletException | IllegalStateException e) {
      new Batch(files).close();
      LOG.warn("An upload was interrupted: {}", e.toString());
      throw new PageProblem(HttpStatus.SERVICE_UNAVAILABLE, "upload.broken", e.toString());
    }
    if (files.isEmpty()) {
      throw PageProblem.unusable("upload.none");
    }
    return new Batch(files);
  }

  private static List<Part> parts(Context context, String field)
      throws IOException, ServletException {
    // Without this, Javalin leaves the parts of the request unread.
    context.uploadedFiles(field);
    return context.req().getParts().stream()
        .filter(part -> part.getName().equals(field) && part.getSize() > 0)
        .toList();
  }

  private void requireRoom(Words words, long length, long most) {
    if (length > most) {
      throw PageProblem.unusable("upload.large", words.bytes(length), words.bytes(most));
    }
    long free = FreeSpace.at(folder).orElse(0L);
    if (length + RESERVE_BYTES > free) {
      LOG.warn("Cannot accept an upload of {} bytes: only {} bytes are free", length, free);
      throw new PageProblem(
          HttpStatus.SERVICE_UNAVAILABLE, "upload.full", words.bytes(length), words.bytes(free));
    }
  }

  private Upload keep(Part part) throws IOException {
    String kept = UUID.randomUUID().toString();
    part.write(kept);
    String name = Optional.ofNullable(part.getSubmittedFileName()).orElse("");
    return new Upload(folder.resolve(kept), name.substring(name.lastIndexOf('/') + 1));
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
}
