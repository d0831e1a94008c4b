package org.rollcall.face.pack;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads published files from a folder. */
final class FolderSource extends PackSource {
  private final Path folder;

  FolderSource(Path folder) {
    this.folder = folder;
  }

  @Override
  InputStream open(PublishedPack pack, PackFile file) {
    Path path = path(pack, file);
    try {
      return Files.newInputStream(path);
    } catch (NoSuchFileException e) {
      throw new InstallationFailed(
          "Cannot install model pack '%s': '%s' is missing. The folder must hold %s/<file name>."
              .formatted(pack.id(), path, pack.id()),
          e);
    } catch (IOException e) {
      throw new InstallationFailed(
          "Cannot install model pack '%s': '%s' cannot be read (%s). Grant read permission."
              .formatted(pack.id(), path, e.getMessage()),
          e);
    }
  }

  @Override
  String place(PublishedPack pack, PackFile file) {
    return path(pack, file).toString();
  }

  private Path path(PublishedPack pack, PackFile file) {
    return folder.resolve(pack.id()).resolve(file.name());
  }
}
