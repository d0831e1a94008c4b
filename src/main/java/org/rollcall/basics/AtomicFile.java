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
 * A file that is written aside and then takes its place, and that of an older one, in one step.
 * Whoever looks sees the old content or the new, never a part, whether the process is killed or the
 * power fails. Without {@link #commit} nothing has happened.
 *
 * <p>One at a time may write a file; of two at once, one fails and the other's content is there.
 */
public final class AtomicFile implements AutoCloseable {
  private static final String SUFFIX = ".part";

  private final Path target;
  private final Path aside;

  /**
   * Gets ready, and removes what killed processes have left of the same file.
   *
   * @param target the file that is to be there at the end; its folder exists
   * @throws IOException if the folder cannot be read
   */
  public AtomicFile(Path target) throws IOException {
    this.target = target.toAbsolutePath();
    String name = "." + this.target.getFileName();
    String ending = "." + UUID.randomUUID() + SUFFIX;
    this.aside = this.target.resolveSibling(FileName.with(name, ending));
    removeAbandoned(aside.getFileName().toString().replace(ending, "."));
  }

  /**
   * Writes a file in one step.
   *
   * @param target the file; its folder exists
   * @param content all that it will hold
   * @throws IOException if it cannot be written; the old file is as it was
   */
  public static void write(Path target, byte[] content) throws IOException {
    try (AtomicFile file = new AtomicFile(target)) {
      Files.write(file.aside, content, StandardOpenOption.CREATE_NEW);
      file.commit();
    }
  }

  /**
   * Writes a file of text, in UTF-8, in one step.
   *
   * @param target the file; its folder exists
   * @param text all that it will hold
   * @throws IOException if it cannot be written; the old file is as it was
   */
  public static void write(Path target, String text) throws IOException {
    write(target, text.getBytes(UTF_8));
  }

  /** {@return where to write the new content before the commit: a hidden file beside the target} */
  public Path aside() {
    return aside;
  }

  /**
   * Puts the new file into its place, when it is on the disk. An old one passes its permissions on:
   * whoever could edit it can edit the new one.
   *
   * @throws IOException if that cannot be; the old file is as it was
   */
  public void commit() throws IOException {
    flush(aside);
    keepPermissions();
    AtomicMove.move(aside, target);
  }

  /**
   * As {@link #commit}, but replaces nothing.
   *
   * @throws FileAlreadyExistsException if there is a file of that name by now
   * @throws IOException if the new file cannot be put there
   */
  public void commitNew() throws IOException {
    flush(aside);
    Files.move(aside, target);
    AtomicMove.flushFolder(target.getParent());
  }

  /** Removes what was written aside and not put into its place. */
  @Override
  public void close() {
    try {
      Files.deleteIfExists(aside);
    } catch (IOException e) {
      // Whoever writes the file next removes it.
    }
  }

  static void flush(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  /** Sets them only where they differ: some drives have the same for all files, and set none. */
  private void keepPermissions() throws IOException {
    var view = Files.getFileAttributeView(aside, PosixFileAttributeView.class);
    if (view != null && Files.exists(target)) {
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

  /** Between prefix and suffix there is no dot, or it is of a file with a longer name. */
  private static boolean isAside(Path file, String prefix) {
    String name = file.getFileName().toString();
    return name.startsWith(prefix)
        && name.endsWith(SUFFIX)
        && name.indexOf('.', prefix.length()) == name.length() - SUFFIX.length();
  }
}
