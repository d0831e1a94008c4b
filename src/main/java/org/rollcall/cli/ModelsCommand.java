package org.rollcall.cli;

import static java.util.stream.Collectors.joining;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.rollcall.cli.console.ConsoleProgress;
import org.rollcall.cli.console.TextTable;
import org.rollcall.cli.console.Wording;
import org.rollcall.face.pack.EmbeddingSpace;
import org.rollcall.face.pack.PackInstaller;
import org.rollcall.face.pack.PackLibrary;
import org.rollcall.face.pack.PackSource;
import org.rollcall.face.pack.PackStatus;
import org.rollcall.school.Home;
import org.rollcall.settings.ModelsSettings;
import org.rollcall.settings.Settings;
import org.rollcall.settings.SettingsFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Lists and installs the model packs of an installation. */
@Command(
    name = "models",
    header = "Lists and installs model packs.",
    description =
        "Model packs detect and recognise faces. One is built in; better ones can be installed.",
    synopsisSubcommandLabel = "COMMAND",
    footer = {"", "Examples:", "  rollcall models list", "  rollcall models install"})
final class ModelsCommand implements Runnable {
  private final Shell shell;

  @ParentCommand private RootCommand root;

  ModelsCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public void run() {
    throw root.wrongUsage("Say what to do: 'list' or 'install'.");
  }

  @Command(
      name = "list",
      header = "Lists the model packs.",
      description =
          "Shows the state, size and licence of each pack, and which packs the current settings"
              + " use.")
  int list() {
    Settings settings = SettingsFile.read(root.home());
    PackLibrary library = new PackLibrary(root.home().modelsFolder());
    List<PackStatus> packs = library.list();
    print(packs);
    for (PackStatus pack : packs) {
      pack.problem()
          .ifPresent(problem -> shell.err().printf("%s: %s.%n", pack.description().id(), problem));
    }
    shell.out().println();
    shell
        .out()
        .printf("Faces are detected with: %s%n", library.detector(settings.face().detector()).id());
    shell
        .out()
        .printf(
            "Faces are recognised with: %s%n", words(library.embedder(settings.face().embedder())));
    return ExitCode.DONE;
  }

  private void print(List<PackStatus> packs) {
    TextTable table = new TextTable("PACK", "STATE", "SIZE", "LICENCE", "TITLE");
    for (PackStatus pack : packs) {
      table.add(
          pack.description().id(),
          pack.state().name().toLowerCase(Locale.ROOT).replace('_', ' '),
          Wording.megabytes(pack.bytes()),
          pack.description().licence(),
          pack.description().title());
    }
    table.lines().forEach(shell.out()::println);
  }

  private static String words(EmbeddingSpace space) {
    return space.parts().size() == 1
        ? space.id()
        : space.parts().stream()
            .map(part -> part.pack().id())
            .collect(joining(" and ", space.id() + " (", ")"));
  }

  @Command(
      name = "install",
      header = "Installs model packs.",
      description = {
        "Takes the packs from the folder given with --from, or else from that in the variable"
            + " ROLLCALL_MODELS_FROM, or else from that in the setting models.from, or else from"
            + " their public addresses.",
        "The folder must contain <pack>/<file> for each published file. Packs are installed in"
            + " config/models."
      },
      footer = {
        "",
        "Examples:",
        "  rollcall models install",
        "  rollcall models install mtcnn facenet-vggface2 --from /media/stick/models"
      })
  int install(
      @Parameters(
              arity = "0..*",
              paramLabel = "PACK",
              description = "The packs to install; all by default.")
          List<String> packs,
      @Option(
              names = "--from",
              paramLabel = "DIR",
              description = "Folder that contains the published files.")
          Path from) {
    PackInstaller installer = new PackInstaller(root.home().modelsFolder());
    List<String> wanted = packs == null ? installer.installable() : packs;
    requireKnown(wanted, installer);
    Optional<Path> folder = folder(from);
    PackSource source = folder.map(PackSource::folder).orElseGet(PackSource::publicAddress);
    shell
        .out()
        .printf("Installing from %s.%n", folder.map(Path::toString).orElse("the public addresses"));
    ConsoleProgress progress = shell.progress();
    for (String pack : wanted) {
      try {
        installer.install(List.of(pack), source, progress);
      } finally {
        progress.end();
      }
      shell.out().printf("Installed: %s%n", pack);
    }
    return ExitCode.DONE;
  }

  private void requireKnown(List<String> wanted, PackInstaller installer) {
    for (String pack : wanted) {
      if (!installer.installable().contains(pack)) {
        throw root.wrongUsage(
            "Unknown model pack '%s'. Known: %s."
                .formatted(pack, String.join(", ", installer.installable())));
      }
    }
  }

  /** Finds the folder to install from; picocli gives null for an option that is not typed. */
  private Optional<Path> folder(Path from) {
    Home home = root.home();
    Optional<Path> folder =
        Optional.ofNullable(from)
            .or(this::variable)
            .map(Path::toAbsolutePath)
            .or(() -> SettingsFile.read(home).models().from().map(home::resolve));
    if (folder.isPresent() && !Files.isDirectory(folder.get())) {
      throw root.wrongUsage("There is no folder %s to install from.".formatted(folder.get()));
    }
    return folder;
  }

  private Optional<Path> variable() {
    return Optional.ofNullable(shell.environment().get(ModelsSettings.VARIABLE))
        .filter(text -> !text.isBlank())
        .map(Path::of);
  }
}
