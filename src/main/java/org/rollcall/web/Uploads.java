package org.rollcall.web;

import io.javalin.config.JavalinConfig;
import io.javalin.config.SizeUnit;
import io.javalin.http.Context;
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
import org.rollcall.model.RollcallException;
import org.rollcall.model.TemporaryFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Files that come with forms. They go to the disc as they come, whatever their size, and lie in a
 * folder of their own until somebody moves them.
 */
final class Uploads {
  /** A recording of a day, as the largest recorders make it. */
  static final long MOST_BYTES = 32L << 30;

  private static final Logger LOG = LoggerFactory.getLogger(Uploads.class);

  /** Left free for the work of the night. */
  private static final long RESERVE_BYTES = 1L << 30;

  private static final Duration LEFT_AFTER = Duration.ofDays(1);
  private static final int IN_MEMORY_KIBIBYTES = 64;

  private final Path folder;

  Uploads(Path folder) {
    this.folder = folder;
  }

  /**
   * A file that was sent.
   *
   * @param file where it lies
   * @param name what the sender calls it, without folders; good for messages only
   */
  record Upload(Path file, String name) {}

  /** Files that were sent with one form. Closing deletes those that nobody has moved. */
  record Batch(List<Upload> files) implements AutoCloseable {
    Batch {
      files = List.copyOf(files);
    }

    @Override
    public void close() {
      files.forEach(upload -> delete(upload.file));
    }
  }

  /** Prepares the folder, and tells the server to use it. */
  void configure(JavalinConfig config) {
    try {
      Files.createDirectories(folder);
      tidyUp();
    } catch (IOException e) {
      LOG.warn("Nothing can be uploaded: {}", e.toString());
    }
    config.jetty.multipartConfig.cacheDirectory(folder.toString());
    config.jetty.multipartConfig.maxFileSize(MOST_BYTES, SizeUnit.BYTES);
    config.jetty.multipartConfig.maxTotalRequestSize(MOST_BYTES, SizeUnit.BYTES);
    config.jetty.multipartConfig.maxInMemoryFileSize(IN_MEMORY_KIBIBYTES, SizeUnit.KB);
  }

  /** What a process that was killed has left; another one may be receiving a file just now. */
  private void tidyUp() throws IOException {
    FileTime old = FileTime.from(Instant.now().minus(LEFT_AFTER));
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        if (Files.getLastModifiedTime(file).compareTo(old) < 0) {
          delete(file);
        }
      }
    }
  }

  /**
   * Takes the files of a form.
   *
   * @param field name of the field
   * @param most how large they may be together, in bytes
   * @return what was sent, which the caller closes; not empty
   * @throws RollcallException if it is too much, or nothing was chosen
   * @throws TemporaryFailure if the connection broke, or the disc is full
   */
  Batch take(Context context, String field, long most) {
    requireRoom(context.contentLength(), most);
    List<Upload> files = new ArrayList<>();
    try {
      // Makes the parts of the request known.
      context.uploadedFiles(field);
      for (Part part : context.req().getParts()) {
        if (part.getName().equals(field) && part.getSize() > 0) {
          files.add(keep(part));
        }
      }
    } catch (IOException | ServletException | IllegalStateException e) {
      new Batch(files).close();
      throw new TemporaryFailure(
          "The upload broke off: %s. Nothing was kept of it; send it again.".formatted(reason(e)),
          e);
    }
    if (files.isEmpty()) {
      throw new RollcallException(
          "No file was chosen, or it is empty. Choose one and send it again.");
    }
    return new Batch(files);
  }

  private static String reason(Exception failure) {
    return Optional.ofNullable(failure.getMessage()).orElse(failure.getClass().getSimpleName());
  }

  private void requireRoom(long length, long most) {
    if (length > most) {
      throw new RollcallException(
          "This is %s, more than the %s that can be sent here."
              .formatted(size(length), size(most)));
    }
    long free = FreeSpace.at(folder).orElse(0L);
    if (length + RESERVE_BYTES > free) {
      throw new TemporaryFailure(
          "There is no room for %s: only %s are free. Somebody has to make room on that disc."
              .formatted(size(length), size(free)));
    }
  }

  private static String size(long bytes) {
    return bytes < 10_000_000 ? bytes / 1000 + " kB" : bytes / 1_000_000 + " MB";
  }

  private Upload keep(Part part) throws IOException {
    String kept = UUID.randomUUID().toString();
    part.write(kept);
    String name = Optional.ofNullable(part.getSubmittedFileName()).orElse("");
    return new Upload(folder.resolve(kept), name.substring(name.lastIndexOf('/') + 1));
  }

  /** Deletes a file that nobody has moved. */
  static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      LOG.warn("Cannot delete {}: {}", file.getFileName(), e.toString());
    }
  }
}
