package org.rollcall.face.pack;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.rollcall.face.pack.PackStatus.PackState;

/**
 * The model packs of an installation: lists them, and opens the ones to use.
 *
 * <p>The compact pack and the Haar cascade are built in. Others are installed with {@link
 * PackInstaller}.
 */
public final class PackLibrary {
  /** Stands for the best pack installed. */
  public static final String AUTO = "auto";

  /** Id of the pack that is always available. */
  public static final String BUILT_IN = BuiltInPack.COMPACT;

  /** Id of the space of concatenated FaceNet and MobileFaceNet embeddings. */
  public static final String FUSED = "fused";

  private static final String YUNET = "yunet";
  private static final String MTCNN = "mtcnn";
  private static final String FACENET = "facenet-vggface2";
  private static final String MOBILEFACENET = "mobilefacenet-foamliu";

  /** Packs of earlier versions, and what takes their place. */
  private static final Map<String, String> SUCCESSORS = Map.of("mobileface-v2", MOBILEFACENET);

  /**
   * FaceNet suffers less from small, dark faces; with a larger share, fewer people are recognised.
   */
  private static final double FACENET_SHARE = 0.25;

  private final ModelsFolder models;
  private final List<BuiltInPack> builtIn;
  private final List<PublishedPack> catalogue;

  /**
   * A library of the packs in a folder. Reads nothing yet.
   *
   * @param modelsFolder {@code config/models}; it need not exist
   */
  public PackLibrary(Path modelsFolder) {
    this.models = new ModelsFolder(modelsFolder);
    this.builtIn =
        List.of(
            new BuiltInPack(BuiltInPack.COMPACT, models),
            new BuiltInPack(BuiltInPack.HAAR, models));
    this.catalogue = PublishedPack.catalogue();
  }

  /**
   * Lists all packs and verifies the files of the installed ones.
   *
   * @return the built-in packs, then those of the catalogue
   */
  public List<PackStatus> list() {
    List<PackStatus> list = new ArrayList<>();
    for (BuiltInPack pack : builtIn) {
      list.add(
          new PackStatus(pack.description(), PackState.BUILT_IN, pack.bytes(), Optional.empty()));
    }
    catalogue.forEach(pack -> list.add(status(pack)));
    return list;
  }

  private PackStatus status(PublishedPack pack) {
    PackFolder folder = folder(pack.id());
    if (!folder.exists()) {
      return new PackStatus(
          pack.description(), PackState.NOT_INSTALLED, pack.bytes(), Optional.empty());
    }
    Optional<String> problem = folder.problem();
    PackState state = problem.isPresent() ? PackState.DAMAGED : PackState.INSTALLED;
    return new PackStatus(pack.description(), state, folder.bytes(), problem);
  }

  /**
   * The pack to detect faces with, verified.
   *
   * @param id a pack, or {@link #AUTO} for the first one available of YuNet, MTCNN and compact
   * @return the pack
   * @throws PackUnavailable if there is no such detector, or it is not installed or damaged
   */
  public ModelPack detector(String id) {
    if (id.equals(AUTO)) {
      return open(firstInstalled(List.of(YUNET, MTCNN)));
    }
    requireKnown(id, PackTask::detects, "detection", List.of(AUTO));
    return open(id);
  }

  /**
   * {@return the pack whose O-Net places the landmarks for a single-shot detector, verified: MTCNN
   * if it is installed, whose landmarks scatter less than those of the compact pack}
   */
  public ModelPack aligner() {
    return open(firstInstalled(List.of(MTCNN)));
  }

  /**
   * The packs to embed faces with, verified.
   *
   * @param id a pack, {@link #FUSED}, or {@link #AUTO} for fused if both its packs are installed,
   *     or else the first one available of MobileFaceNet, FaceNet and compact
   * @return the packs and the space of their embeddings
   * @throws PackUnavailable if there is no such embedder, or it is not installed or damaged
   */
  public EmbeddingSpace embedder(String id) {
    String chosen = id.equals(AUTO) ? bestEmbedder() : id;
    requireKnown(chosen, PackTask.EMBEDDING::equals, "embedding", List.of(AUTO, FUSED));
    return chosen.equals(FUSED)
        ? new EmbeddingSpace(
            FUSED,
            List.of(
                new EmbeddingSpace.SpacePart(open(FACENET), FACENET_SHARE),
                new EmbeddingSpace.SpacePart(open(MOBILEFACENET), 1 - FACENET_SHARE)))
        : EmbeddingSpace.of(open(chosen));
  }

  private String bestEmbedder() {
    if (isInstalled(FACENET) && isInstalled(MOBILEFACENET)) {
      return FUSED;
    }
    return firstInstalled(List.of(MOBILEFACENET, FACENET));
  }

  private String firstInstalled(List<String> ids) {
    return ids.stream().filter(this::isInstalled).findFirst().orElse(BuiltInPack.COMPACT);
  }

  /** A damaged pack counts too: ignoring it silently would change the embedding space. */
  private boolean isInstalled(String id) {
    return folder(id).exists();
  }

  private void requireKnown(
      String id, Predicate<PackTask> suitable, String purpose, List<String> names) {
    List<String> known = new ArrayList<>(names);
    Stream.concat(
            builtIn.stream().map(BuiltInPack::description),
            catalogue.stream().map(PublishedPack::description))
        .filter(pack -> pack.tasks().stream().anyMatch(suitable))
        .map(PackDescription::id)
        .forEach(known::add);
    requireOffered(id);
    if (!known.contains(id)) {
      throw new PackUnavailable(
          "Unknown model pack '%s' for %s. Known: %s."
              .formatted(id, purpose, String.join(", ", known)));
    }
  }

  /** Refuses a pack of an earlier version by naming its successor. */
  static void requireOffered(String id) {
    if (SUCCESSORS.containsKey(id)) {
      throw new PackUnavailable(
          ("Model pack '%s' is no longer used: '%s' recognises more people in the same time."
                  + " Install that, or choose '%s'.")
              .formatted(id, SUCCESSORS.get(id), AUTO));
    }
  }

  /** {@return packs of earlier versions that are installed, each with the missing successor} */
  public Map<String, String> withoutSuccessor() {
    Map<String, String> missing = new TreeMap<>();
    SUCCESSORS.forEach(
        (id, successor) -> {
          if (isInstalled(id) && !isInstalled(successor)) {
            missing.put(id, successor);
          }
        });
    return missing;
  }

  private ModelPack open(String id) {
    Optional<BuiltInPack> inTheJar =
        builtIn.stream().filter(pack -> pack.id().equals(id)).findFirst();
    if (inTheJar.isPresent()) {
      return inTheJar.get().open();
    }
    PackFolder folder = folder(id);
    if (!folder.exists()) {
      throw new PackUnavailable(
          "Model pack '%s' is not installed in '%s'. Install it with 'models install %s'."
              .formatted(id, models.path(), id));
    }
    folder.problem().ifPresent(problem -> rejectDamaged(id, problem));
    try {
      return folder.pack();
    } catch (IOException e) {
      throw new PackUnavailable(
          "Cannot read model pack '%s' in '%s': %s.".formatted(id, folder.path(), e.getMessage()),
          e);
    }
  }

  private static void rejectDamaged(String id, String problem) {
    throw new PackUnavailable(
        "Model pack '%s' is damaged: %s. Install it again with 'models install %s'."
            .formatted(id, problem, id));
  }

  private PackFolder folder(String id) {
    return new PackFolder(models.pack(id));
  }
}
