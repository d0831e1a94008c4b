package org.rollcall.cli;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.rollcall.config.Home;
import org.rollcall.config.Settings;
import org.rollcall.config.SettingsFile;
import org.rollcall.face.pack.EmbeddingSpace;
import org.rollcall.face.pack.PackLibrary;
import org.rollcall.face.pack.PackStatus;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** Lists the model packs. */
@Command(
    name = "list",
    header = "Lists the model packs.",
    description = {
      "Shows state, size and licence of every pack, and which ones are used with the settings as"
          + " they are."
    })
final class ModelsListCommand implements Callable<Integer> {
  private final Console console;

  @ParentCommand private ModelsCommand models;

  ModelsListCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Home home = models.root().home();
    Settings settings = SettingsFile.read(home);
    PackLibrary library = new PackLibrary(home.modelsFolder());
    List<PackStatus> packs = library.list();
    TextTable table = new TextTable("PACK", "STATE", "SIZE", "LICENCE", "TITLE");
    for (PackStatus pack : packs) {
      table.add(
          pack.description().id(),
          pack.state().name().toLowerCase(Locale.ROOT).replace('_', ' '),
          Wording.megabytes(pack.bytes()),
          pack.description().licence(),
          pack.description().title());
    }
    table.lines().forEach(line -> console.out().println(line));
    for (PackStatus pack : packs) {
      pack.problem()
          .ifPresent(
              problem -> console.err().printf("%s: %s.%n", pack.description().id(), problem));
    }
    console.out().println();
    console
        .out()
        .printf("Faces are found with: %s%n", library.detector(settings.face().detector()).id());
    console
        .out()
        .printf(
            "They are told apart with: %s%n", words(library.embedder(settings.face().embedder())));
    return ExitCode.DONE;
  }

  private static String words(EmbeddingSpace space) {
    return space.parts().size() == 1
        ? space.id()
        : space.parts().stream()
            .map(part -> part.pack().id())
            .collect(joining(" and ", space.id() + " (", ")"));
  }
}
