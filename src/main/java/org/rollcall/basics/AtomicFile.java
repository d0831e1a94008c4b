package org.rollcall.basics;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;
import java.util.UUID;

/**
 * A file that is written under a temporary name and then put in place atomically, replacing any
 * older file. Readers see either the old or the new content, never a part, even if the process is
 * killed or the power fails. Without {@link #commit} nothing changes.
 *
 * <p>Only one writer at a time may write a file; of two concurrent writers, one fails and the
 * other's content is kept.
 */
public final class AtomicFile implements AutoCloseable {
  private static final String SUFFIX = ".part";

  private final Path target;
  private final Readers readers;
  private final Path aside;

  /**
   * Prepares to write a file that only its owner may read, removing temporary files of it left
   * behind by killed processes.
   *
   * @param target the file to write; its folder must exist
   * @throws IOException if the folder cannot be read
   */
  public AtomicFile(Path target) throws IOException {
    this(target, Readers.OWNER);
  }

  /**
   * Prepares to write a file, removing temporary files of it left behind by killed processes.
   *
   * @param target the file to write; its folder must exist
   * @param readers who may read it if it does not exist yet
   * @throws IOException if the folder cannot be read
   */
  public AtomicFile(Path target, Readers readers) throws IOException {
    this.target = target.toAbsolutePath();
    this.readers = readers;
    String name = "." + this.target.getFileName();
    String ending = "." + UUID.randomUUID() + SUFFIX;
    this.aside = this.target.resolveSibling(FileName.with(name, ending));
    removeAbandoned(aside.getFileName().toString().replace(ending, "."));
  }

  /**
   * Writes a file atomically. If it is new, only its owner may read it.
   *
   * @param target the file; its folder must exist
   * @param content its complete content
   * @throws IOException if it cannot be written; the old file remains unchanged
   */
  public static void write(Path target, byte[] content) throws IOException {
    try (AtomicFile file = new AtomicFile(target)) {
      Files.createFile(file.aside, Readers.OWNER.ofFile(file.aside));
      Files.write(file.aside, content);
      file.commit();
    }
  }

  /**
   * Writes a text file atomically, in UTF-8.
   *
   * @param target the file; its folder must exist
   * @param text its complete content
   * @throws IOException if it cannot be written; the old file remains unchanged
   */
  public static void write(Path target, String text) throws IOException {
    write(target, text.getBytes(UTF_8));
  }

  /**
   * {@return the temporary file to write the new content to before the commit: a hidden file next
   * to the target}
   */
  public Path aside() {
    return aside;
  }

  /**
   * Flushes the new file to disk and puts it in place. It takes on the permissions of an older
   * file, so anyone who could edit that can edit the new one.
   *
   * @throws IOException if that fails; the old file remains unchanged
   */
  public void commit() throws IOException {
    flush(aside);
    keepPermissions();
    AtomicMove.move(aside, target);
  }

  /**
   * Commits like {@link #commit}, but never replaces a file.
   *
   * @throws FileAlreadyExistsException if a file of that name exists by now
   * @throws IOException if the new file cannot be put in place
   */
  public void commitNew() throws IOException {
    flush(aside);
    readers.limit(aside);
    Files.move(aside, target);
    AtomicMove.flushFolder(target.getParent());
  }

  /** Deletes the temporary file if it was not committed. */
  @Override
  public void close() {
    try {
      Files.deleteIfExists(aside);
    } catch (IOException e) {
      // Left to the next writer of the file to remove.
    }
  }

  static void flush(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  /**
   * Sets permissions only if they differ: some drives use the same for all files and reject
   * changes.
   */
  private void keepPermissions() throws IOException {
    if (Files.notExists(target)) {
      readers.limit(aside);
      return;
    }
    var view = Files.getFileAttributeView(aside, PosixFileAttributeView.class);
    if (view != null) {
      Set<PosixFilePermission> old = Files.getPosixFilePermissions(target);
      if (!view.readAttributes().permissions().equals(old)) {
        view.setPermissions(old);
      }
    }
  }

  private void removeAbandoned(String prefix) throws IOException {
    try (DirectoryStream<Path> files =
        Files.newDirectoryStream(target.getParent(), file -> isAside(file, prefix))) {
      for (Path file : files) {
        Files.deleteIfExists(file);
      }
    }
  }

  /** A dot between prefix and suffix means that the file belongs to a target with a longer name. */
  private static boolean isAside(Path file, String prefix) {
    String name = file.getFileName().toString();
    return name.startsWith(prefix)
        && name.endsWith(SUFFIX)
        && name.indexOf('.', prefix.length()) == name.length() - SUFFIX.length();
  }
}
