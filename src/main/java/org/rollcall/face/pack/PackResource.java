package org.rollcall.face.pack;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;

/**
 * The files of a pack that are in the jar.
 *
 * @param id the pack, which is also the name of its resource folder
 */
record PackResource(String id) {
  /** {@return the content of {@code pack.properties}} */
  Properties properties() {
    try {
      Properties properties = new Properties();
      properties.load(new StringReader(text(PackDescription.FILE)));
      return properties;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** {@return the files listed in {@code pack.files}} */
  List<PackFile> files() {
    return PackFile.parse(text(PackFile.LIST).lines().toList());
  }

  /** {@return the content of a text file} */
  String text(String name) {
    try (InputStream in = open(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Copies a file to a folder. */
  void copy(String name, Path folder) throws IOException {
    try (InputStream in = open(name)) {
      Files.copy(in, folder.resolve(name));
    }
  }

  private InputStream open(String name) {
    InputStream in = PackResource.class.getResourceAsStream(id + "/" + name);
    in = in == null ? OpenCvCascades.open(name) : in;
    if (in == null) {
      throw new IllegalStateException("No resource '%s' of pack '%s'".formatted(name, id));
    }
    return in;
  }
}
