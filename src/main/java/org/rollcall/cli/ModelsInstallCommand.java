package org.rollcall.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.rollcall.config.Home;
import org.rollcall.config.SettingsFile;
import org.rollcall.face.pack.PackInstaller;
import org.rollcall.face.pack.PackSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Installs model packs. */
@Command(
    name = "install",
    header = "Installs model packs.",
    description = {
      "Packs come from the folder of --from, else from that of the variable ROLLCALL_MODELS_FROM,"
          + " else from that of models.from in the settings, else from their public addresses.",
      "A folder must hold <pack>/<file> for each published file. Packs go to config/models."
    },
    footer = {
      "",
      "Examples:",
      "  rollcall models install",
      "  rollcall models install mtcnn facenet-vggface2 --from /media/stick/models"
    })
final class ModelsInstallCommand implements Callable<Integer> {
  private static final String VARIABLE = "ROLLCALL_MODELS_FROM";

  private final Console console;
  private final Clock clock;
  private final Map<String, String> environment;

  @ParentCommand private ModelsCommand models;
  @Spec private CommandSpec spec;

  @Parameters(arity = "0..*", paramLabel = "PACK", description = "The packs; all by default.")
  private List<String> packs = List.of();

  @Option(names = "--from", paramLabel = "DIR", description = "Folder with the published files.")
  private Optional<Path> from = Optional.empty();

  ModelsInstallCommand(Console console, Clock clock, Map<String, String> environment) {
    this.console = console;
    this.clock = clock;
    this.environment = environment;
  }

  @Override
  public Integer call() {
    Home home = models.root().home();
    PackInstaller installer = new PackInstaller(home.modelsFolder());
    List<String> wanted = packs.isEmpty() ? installer.installable() : packs;
    requireKnown(wanted, installer);
    Optional<Path> folder = folder(home);
    PackSource source = folder.map(PackSource::folder).orElseGet(PackSource::publicAddress);
    console
        .out()
        .printf("Installing from %s.%n", folder.map(Path::toString).orElse("the public addresses"));
    ConsoleProgress progress = new ConsoleProgress(console, clock);
    for (String pack : wanted) {
      try {
        installer.install(List.of(pack), source, progress);
      } finally {
        progress.end();
      }
      console.out().printf("Installed: %s%n", pack);
    }
    return ExitCode.DONE;
  }

  private void requireKnown(List<String> wanted, PackInstaller installer) {
    for (String pack : wanted) {
      if (!installer.installable().contains(pack)) {
        throw new ParameterException(
            spec.commandLine(),
            "Unknown model pack '%s'. Known: %s."
                .formatted(pack, String.join(", ", installer.installable())));
      }
    }
  }

  private Optional<Path> folder(Home home) {
    Optional<Path> folder =
        from.or(() -> variable())
            .map(Path::toAbsolutePath)
            .or(() -> SettingsFile.read(home).models().from().map(home::resolve));
    folder
        .filter(path -> !Files.isDirectory(path))
        .ifPresent(
            path -> {
              throw new ParameterException(
                  spec.commandLine(), "There is no folder %s to install from.".formatted(path));
            });
    return folder;
  }

  private Optional<Path> variable() {
    return Optional.ofNullable(environment.get(VARIABLE))
        .filter(text -> !text.isBlank())
        .map(Path::of);
  }
}
