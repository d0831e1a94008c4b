package org.rollcall.web.admin;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.function.Supplier;
import org.rollcall.face.pack.EmbeddingSpace;
import org.rollcall.face.pack.ModelPack;
import org.rollcall.face.pack.PackLibrary;
import org.rollcall.face.pack.PackStatus;
import org.rollcall.face.pack.PackUnavailable;
import org.rollcall.school.Home;
import org.rollcall.settings.Settings;

/**
 * The model packs.
 *
 * @param packs all of them
 * @param detector the pack that detects faces, with its edition; or why there is none
 * @param embedder the packs that embed faces, with their editions; or why there are none
 */
record PackList(List<PackStatus> packs, String detector, String embedder) {
  PackList {
    packs = List.copyOf(packs);
  }

  static PackList of(Home home, Settings settings) {
    PackLibrary library = new PackLibrary(home.modelsFolder());
    return new PackList(
        library.list(),
        orWhyNot(() -> name(library.detector(settings.face().detector()))),
        orWhyNot(() -> name(library.embedder(settings.face().embedder()))));
  }

  private static String orWhyNot(Supplier<String> name) {
    try {
      return name.get();
    } catch (PackUnavailable e) {
      return e.getMessage();
    }
  }

  private static String name(ModelPack pack) {
    return "%s (%s)".formatted(pack.id(), pack.edition());
  }

  private static String name(EmbeddingSpace space) {
    String parts = space.parts().stream().map(part -> name(part.pack())).collect(joining(" + "));
    return space.parts().size() == 1 ? parts : space.id() + ": " + parts;
  }
}
