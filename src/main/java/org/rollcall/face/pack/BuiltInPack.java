package org.rollcall.face.pack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.rollcall.basics.FileTree;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A pack that is in the jar and is unpacked on first use, because MXNet and OpenCV read only files.
 *
 * <p>It is unpacked to the models folder, where the next process finds it, and not to a temporary
 * folder, which every killed process would leave behind. Only if the models folder cannot be
 * written does it go to a temporary folder.
 */
final class BuiltInPack {
  /** Id of the pack that detects and embeds. */
  static final String COMPACT = "compact";

  /** Id of the pack of a Haar cascade. */
  static final String HAAR = "haar";

  private static final Logger LOG = LoggerFactory.getLogger(BuiltInPack.class);

  private final PackResource resource;
  private final ModelsFolder models;

  BuiltInPack(String id, ModelsFolder models) {
    this.resource = new PackResource(id);
    this.models = models;
  }

  String id() {
    return resource.id();
  }

  PackDescription description() {
    return PackDescription.of(resource.properties());
  }

  long bytes() {
    return resource.files().stream().mapToLong(PackFile::bytes).sum();
  }

  /** {@return the pack, unpacked and verified} */
  ModelPack open() {
    PackFolder folder = new PackFolder(models.pack(id()));
    if (isSound(folder)) {
      return new ModelPack(description(), folder.path());
    }
    try {
      models.putUnless(() -> isSound(folder), id(), this::unpack);
      return new ModelPack(description(), folder.path());
    } catch (IOException e) {
      LOG.debug("Cannot unpack pack '{}' to {}", id(), models.path(), e);
      return openTemporarily();
    }
  }

  /** Compares with the list in the jar: another version may have unpacked the files. */
  private boolean isSound(PackFolder folder) {
    return folder.exists() && folder.problem(resource.files()).isEmpty();
  }

  private ModelPack openTemporarily() {
    try {
      Path folder = Files.createTempDirectory("rollcall-" + id() + "-");
      Runtime.getRuntime().addShutdownHook(new Thread(() -> discard(folder)));
      unpack(folder);
      return new ModelPack(description(), folder);
    } catch (IOException e) {
      throw new PackUnavailable(
          "Cannot unpack the built-in pack '%s' to '%s' or to a temporary folder: %s. Free some space or grant write permission."
              .formatted(id(), models.path(), e.getMessage()),
          e);
    }
  }

  private static void discard(Path folder) {
    try {
      FileTree.delete(folder);
    } catch (IOException e) {
      LOG.debug("Cannot delete {}", folder, e);
    }
  }

  private void unpack(Path folder) throws IOException {
    List<PackFile> files = resource.files();
    for (PackFile file : files) {
      resource.copy(file.name(), folder);
    }
    resource.copy(PackFile.LIST, folder);
    String problem = new PackFolder(folder).problem(files).orElse("");
    if (!problem.isEmpty()) {
      throw new IOException("The built-in pack is damaged: " + problem);
    }
  }
}
