package org.rollcall.face.pack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.rollcall.basics.FileTree;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The compact pack, which lies in the jar and is unpacked when it is first used, because MXNet
 * reads files only.
 *
 * <p>It goes into the models folder, where the next process finds it, and not into a temporary
 * folder, which every process that is killed would leave behind. If the models folder is read-only,
 * it goes into a temporary folder all the same.
 */
final class BuiltInPack {
  /** Id of the pack. */
  static final String ID = "compact";

  private static final Logger LOG = LoggerFactory.getLogger(BuiltInPack.class);

  private final PackResource resource = new PackResource(ID);
  private final ModelsFolder models;

  BuiltInPack(ModelsFolder models) {
    this.models = models;
  }

  PackDescription description() {
    return PackDescription.of(resource.properties());
  }

  long bytes() {
    return resource.files().stream().mapToLong(PackFile::bytes).sum();
  }

  /** {@return the pack, unpacked and verified} */
  ModelPack open() {
    PackFolder folder = new PackFolder(models.pack(ID));
    if (isSound(folder)) {
      return new ModelPack(description(), folder.path());
    }
    try {
      models.putUnless(() -> isSound(folder), ID, this::unpack);
      return new ModelPack(description(), folder.path());
    } catch (IOException e) {
      LOG.debug("Cannot unpack pack '{}' into {}", ID, models.path(), e);
      return openTemporarily();
    }
  }

  /** Compares with the jar's own list: another version may have unpacked what is there. */
  private boolean isSound(PackFolder folder) {
    return folder.exists() && folder.problem(resource.files()).isEmpty();
  }

  private ModelPack openTemporarily() {
    try {
      Path folder = Files.createTempDirectory("rollcall-" + ID + "-");
      Runtime.getRuntime().addShutdownHook(new Thread(() -> discard(folder)));
      unpack(folder);
      return new ModelPack(description(), folder);
    } catch (IOException e) {
      throw new PackUnavailable(
          "Cannot unpack the built-in pack '%s' into '%s', nor into the temporary folder: %s. Make room or give write permission."
              .formatted(ID, models.path(), e.getMessage()),
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
