package org.rollcall.doctor;

import static java.util.stream.Collectors.joining;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.rollcall.face.FaceSettings;
import org.rollcall.face.pack.EmbeddingSpace;
import org.rollcall.face.pack.PackLibrary;
import org.rollcall.face.pack.PackStatus;
import org.rollcall.school.Home;

/** Checks that the model packs are intact and that those named in the settings are installed. */
final class PacksCheck implements Check {
  private static final String THING = "model packs";
  private static final Set<String> CHOICES = Set.of(PackLibrary.AUTO, PackLibrary.FUSED);

  private final PackLibrary library;
  private final FaceSettings settings;
  private final boolean unpacked;

  PacksCheck(Home home, FaceSettings settings) {
    this.library = new PackLibrary(home.modelsFolder());
    this.settings = settings;
    this.unpacked = Files.exists(home.modelsFolder().resolve(PackLibrary.BUILT_IN));
  }

  @Override
  public List<Finding> run() {
    List<PackStatus> packs = library.list();
    List<Finding> findings = new ArrayList<>();
    for (PackStatus pack : packs) {
      pack.problem().ifPresent(problem -> findings.add(damaged(id(pack), problem)));
    }
    missing(packs).ifPresent(findings::add);
    library
        .withoutSuccessor()
        .forEach(
            (id, successor) ->
                findings.add(
                    Finding.note("model pack " + id, "no longer used", install(successor))));
    if (findings.isEmpty()) {
      // Opening a pack for the first time would unpack the built-in one.
      findings.add(unpacked ? used() : installed(packs));
    }
    return findings;
  }

  private static String id(PackStatus pack) {
    return pack.description().id();
  }

  private static Finding damaged(String id, String problem) {
    return Finding.bad("model pack " + id, problem, install(id));
  }

  private static String install(String id) {
    return "Install it with 'rollcall models install %s'.".formatted(id);
  }

  private Optional<Finding> missing(List<PackStatus> packs) {
    return Stream.of(settings.detector(), settings.embedder())
        .filter(wanted -> !CHOICES.contains(wanted))
        .filter(
            wanted ->
                packs.stream()
                    .filter(pack -> pack.state() != PackStatus.PackState.NOT_INSTALLED)
                    .noneMatch(pack -> id(pack).equals(wanted)))
        .findFirst()
        .map(id -> Finding.bad("model pack " + id, "set, but not installed", install(id)));
  }

  private static Finding installed(List<PackStatus> packs) {
    List<String> ids =
        packs.stream()
            .filter(pack -> pack.state() == PackStatus.PackState.INSTALLED)
            .map(PacksCheck::id)
            .toList();
    return ids.isEmpty()
        ? graded(PackLibrary.BUILT_IN, "only the built-in one")
        : Finding.ok(THING, String.join(", ", ids) + "; files as installed");
  }

  private Finding used() {
    EmbeddingSpace space = library.embedder(settings.embedder());
    String recognising =
        space.parts().stream().map(part -> part.pack().id()).collect(joining(" and "));
    return graded(
        recognising,
        "detection with %s, recognition with %s; files as installed"
            .formatted(library.detector(settings.detector()).id(), recognising));
  }

  private static Finding graded(String recognising, String found) {
    return recognising.equals(PackLibrary.BUILT_IN)
        ? Finding.note(
            THING, found, "A larger pack finds more students; see 'rollcall models list'.")
        : Finding.ok(THING, found);
  }
}
