package org.rollcall.face.pack;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.rollcall.basics.FileTree;
import org.rollcall.basics.FreeSpace;
import org.rollcall.face.convert.FaceNetConversion;
import org.rollcall.face.convert.MobileFaceNetConversion;
import org.rollcall.face.convert.MtcnnConversion;
import org.rollcall.face.convert.PackConversion;

/**
 * Installs packs of the catalogue: fetches their published files, verifies each, converts them to
 * the installed format, checks the result, and moves it into place atomically.
 *
 * <p>A previous installation is kept until then. Nothing is left half installed: what a killed
 * process leaves behind, the next installation removes.
 */
public final class PackInstaller {
  private final ModelsFolder models;
  private final List<PublishedPack> catalogue;
  private final Map<String, PackConversion> conversions;
  private final FreeSpaceReader freeSpace;

  /** Asks for the free space in a folder, in bytes. */
  interface FreeSpaceReader {
    long bytes(Path folder) throws IOException;
  }

  /**
   * An installer for all packs of the catalogue.
   *
   * @param modelsFolder {@code config/models}; created if it does not exist
   */
  public PackInstaller(Path modelsFolder) {
    this(
        modelsFolder,
        PublishedPack.catalogue(),
        Map.of(
            "mtcnn", new MtcnnConversion(),
            "facenet-vggface2", new FaceNetConversion(),
            "mobilefacenet-foamliu", new MobileFaceNetConversion(),
            "yunet", PackInstaller::copyYuNet),
        FreeSpace::below);
  }

  PackInstaller(
      Path modelsFolder,
      List<PublishedPack> catalogue,
      Map<String, PackConversion> conversions,
      FreeSpaceReader room) {
    this.models = new ModelsFolder(modelsFolder);
    this.catalogue = catalogue;
    this.conversions = conversions;
    this.freeSpace = room;
  }

  /** OpenCV reads YuNet as it is published. */
  private static void copyYuNet(Path published, Path installed) throws IOException {
    Files.copy(published.resolve("yunet_n_640_640.onnx"), installed.resolve(ModelPack.YUNET));
  }

  /** {@return ids of the packs that can be installed} */
  public List<String> installable() {
    return catalogue.stream().map(PublishedPack::id).toList();
  }

  /**
   * Installs packs one after the other, including those that are already installed.
   *
   * @param ids the packs
   * @param source where to fetch their published files
   * @param progress receives the progress of each pack
   * @throws PackUnavailable if an id is unknown; nothing is installed then
   * @throws InstallationFailed if a pack could not be installed; those before it have been
   */
  public void install(Collection<String> ids, PackSource source, InstallationProgress progress) {
    List<PublishedPack> packs = ids.stream().map(this::find).toList();
    for (PublishedPack pack : packs) {
      try {
        models.put(pack.id(), folder -> prepare(pack, source, progress, folder));
      } catch (IOException e) {
        throw new InstallationFailed(explain(pack, e), e);
      }
    }
  }

  private PublishedPack find(String id) {
    PackLibrary.requireOffered(id);
    return catalogue.stream()
        .filter(pack -> pack.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new PackUnavailable(
                    "Unknown model pack '%s'. Known: %s."
                        .formatted(id, String.join(", ", installable()))));
  }

  private void prepare(
      PublishedPack pack, PackSource source, InstallationProgress progress, Path folder)
      throws IOException {
    requireSpace(pack, folder);
    Path published = Files.createDirectory(folder.resolve("published"));
    new Fetching(pack, source, progress).into(published);
    conversions.get(pack.id()).convert(published, folder);
    FileTree.delete(published);
    pack.description().write(folder);
    Files.writeString(folder.resolve("LICENSE"), pack.licenceText());
    PackFolder installed = new PackFolder(folder);
    installed.requireSoundNetworks();
    installed.writeList();
  }

  /**
   * For a moment, the published files exist next to the converted ones, which are hardly larger.
   */
  private void requireSpace(PublishedPack pack, Path folder) throws IOException {
    long needed = pack.bytes() * 5 / 2;
    long free = freeSpace.bytes(folder);
    if (free < needed) {
      throw new InstallationFailed(
          "Cannot install model pack '%s' in '%s': %s free, %s needed. Free some space there."
              .formatted(pack.id(), models.path(), megabytes(free), megabytes(needed)));
    }
  }

  private static String megabytes(long bytes) {
    return String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
  }

  private String explain(PublishedPack pack, IOException e) {
    String start = "Cannot install model pack '%s' in '%s': ".formatted(pack.id(), models.path());
    if (Thread.currentThread().isInterrupted()) {
      return start + "interrupted. Nothing was changed; start it again.";
    }
    if (e instanceof AccessDeniedException) {
      return start + "no permission to write. Run it as the user that owns the folder.";
    }
    if (e instanceof FileAlreadyExistsException) {
      return start + "'%s' is in the way. Move it elsewhere.".formatted(e.getMessage());
    }
    String reason = String.valueOf(e.getMessage());
    if (reason.contains("No space left") || reason.contains("not enough space")) {
      return start + "the disk is full. Free some space there.";
    }
    return start + reason + ".";
  }
}
