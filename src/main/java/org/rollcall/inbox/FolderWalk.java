package org.rollcall.inbox;

import java.io.File;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.rollcall.basics.ForeignFiles;
import org.rollcall.inbox.Skipped.SkipReason;
import org.rollcall.model.Message;
import org.rollcall.model.Reason;
import org.rollcall.model.TemporaryFailure;

/**
 * Lists all files of the user below a folder except in excluded folders; symbolic links are
 * reported, not followed.
 */
final class FolderWalk extends SimpleFileVisitor<Path> {
  /** Ground truth for the recordings next to it, where someone recorded it. */
  private static final String GROUND_TRUTH = "truth.json";

  /**
   * A file found by the walk.
   *
   * @param path location of the file
   * @param name its path relative to the folder, with {@code /} as the separator
   * @param bytes its size
   * @param modified last-modified time of the file
   */
  record FoundFile(Path path, String name, long bytes, Instant modified) {}

  private final List<FoundFile> files = new ArrayList<>();
  private final List<Skipped> skipped = new ArrayList<>();
  private final Path folder;
  private final Path start;
  private final Set<Path> closed;

  private FolderWalk(Path folder, Set<Path> closed) throws IOException {
    this.folder = folder;
    this.closed = closed;
    this.start = folder.toRealPath();
    if (!Files.isDirectory(start)) {
      throw new NotDirectoryException(folder.toString());
    }
  }

  /**
   * Walks a folder, which may itself be a symbolic link.
   *
   * @param folder the folder
   * @param closed folders whose content is ignored (absolute)
   * @return the files found
   * @throws TemporaryFailure if the folder cannot be read, for instance because its drive is
   *     disconnected
   */
  static FolderWalk through(Path folder, Set<Path> closed) {
    try {
      FolderWalk walk = new FolderWalk(folder, closed);
      Files.walkFileTree(walk.start, walk);
      return walk;
    } catch (IOException e) {
      throw new TemporaryFailure(
          "Cannot read the watched folder %s: %s. Check that it exists and its drive is connected."
              .formatted(folder, reason(e)),
          e);
    }
  }

  List<FoundFile> files() {
    return files;
  }

  List<Skipped> skipped() {
    return skipped;
  }

  @Override
  public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes attributes) {
    boolean passedOver = !path.equals(start) && (isIgnored(path) || isClosed(path));
    return passedOver ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) {
    if (isIgnored(path)) {
      return FileVisitResult.CONTINUE;
    }
    if (attributes.isSymbolicLink()) {
      skip(path, SkipReason.LINK, Message.of(Reason.SKIPPED_LINK));
    } else if (attributes.isRegularFile()) {
      files.add(
          new FoundFile(
              shown(path),
              name(path),
              attributes.size(),
              attributes.lastModifiedTime().toInstant()));
    } else {
      skip(path, SkipReason.NOT_A_RECORDING, Message.of(Reason.SKIPPED_NO_FILE));
    }
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFileFailed(Path path, IOException e) throws IOException {
    if (path.equals(start)) {
      throw e;
    }
    if (!(e instanceof NoSuchFileException)) {
      skip(path, SkipReason.UNREADABLE, Message.of(Reason.SKIPPED_UNREADABLE, reason(e)));
    }
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult postVisitDirectory(Path path, IOException e) throws IOException {
    return e == null ? FileVisitResult.CONTINUE : visitFileFailed(path, e);
  }

  private boolean isClosed(Path path) {
    return closed.contains(path) || closed.contains(shown(path).toAbsolutePath().normalize());
  }

  private void skip(Path path, SkipReason why, Message reason) {
    skipped.add(new Skipped(shown(path), name(path), why, reason));
  }

  private Path shown(Path path) {
    return folder.resolve(start.relativize(path));
  }

  private String name(Path path) {
    return withSlashes(start.relativize(path));
  }

  static String withSlashes(Path path) {
    return path.toString().replace(File.separatorChar, '/');
  }

  private static boolean isIgnored(Path path) {
    String name = path.getFileName().toString();
    return ForeignFiles.isForeign(name) || name.toLowerCase(Locale.ROOT).equals(GROUND_TRUTH);
  }

  static String reason(IOException e) {
    if (e instanceof NoSuchFileException) {
      return "it does not exist";
    }
    if (e instanceof NotDirectoryException) {
      return "it is not a folder";
    }
    return e instanceof AccessDeniedException ? "access is denied" : e.getMessage();
  }
}
