package org.rollcall.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.rollcall.school.Home;

/** The files of an installation made for a test; all names are relative to it. */
public final class SchoolFolder {
  private final Home home;

  /** An installation in a folder, with nothing in it yet. */
  public SchoolFolder(Path root) {
    home = Home.of(root);
  }

  /** {@return the installation} */
  public Home home() {
    return home;
  }

  /** {@return the installation, with one more file} */
  public Home with(String file, String content) {
    return with(file, content, StandardCharsets.UTF_8);
  }

  /** {@return the installation, with one more file in a certain encoding} */
  public Home with(String file, String content, Charset charset) {
    write(file, content, charset);
    return home;
  }

  /** {@return the installation, with one more class} */
  public Home withClass(String name, String... idsAndNames) {
    return with(
        "config/classes/%s/roster.csv".formatted(name),
        "id,name\n" + String.join("\n", idsAndNames) + "\n");
  }

  /** {@return a file that is written, in a folder that is made if need be} */
  public Path write(String file, String content) {
    return write(file, content, StandardCharsets.UTF_8);
  }

  private Path write(String file, String content, Charset charset) {
    try {
      Path path = home.root().resolve(file);
      Files.createDirectories(path.getParent());
      return Files.writeString(path, content, charset);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** {@return a folder that is made if need be} */
  public Path folder(String name) {
    try {
      return Files.createDirectories(home.root().resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
