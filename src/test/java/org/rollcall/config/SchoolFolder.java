package org.rollcall.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** An installation made for a test. */
final class SchoolFolder {
  private final Home home;

  SchoolFolder(Path root) {
    home = Home.of(root);
  }

  Home home() {
    return home;
  }

  Home with(String file, String content) {
    return with(file, content, StandardCharsets.UTF_8);
  }

  Home with(String file, String content, Charset charset) {
    try {
      Path path = home.root().resolve(file);
      Files.createDirectories(path.getParent());
      Files.write(path, content.getBytes(charset));
      return home;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
