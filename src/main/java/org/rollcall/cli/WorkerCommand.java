package org.rollcall.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.rollcall.lesson.Glance;
import org.rollcall.lesson.Installation;
import org.rollcall.lesson.Workbench;
import org.rollcall.model.RollcallException;
import org.rollcall.store.Claim;
import org.rollcall.store.Recording;
import org.rollcall.store.Store;
import org.rollcall.video.PhotoFilm;
import org.rollcall.worker.Request;
import org.rollcall.worker.Signals;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/**
 * What other commands start processes with, to look into recordings. Ends when its standard input
 * does, because then nobody listens any more.
 */
@Command(
    name = "worker",
    hidden = true,
    header = "Works for another command of Rollcall; not for use by hand.")
final class WorkerCommand {
  private static final int SHORT_HASH = 7;

  private final Console console;
  private final Clock clock;

  @ParentCommand private RootCommand root;

  WorkerCommand(Shell shell) {
    this.console = shell.console();
    this.clock = shell.clock();
  }

  @Command(name = "survey", hidden = true, header = "Looks which lessons recordings show.")
  int survey(
      @Option(names = "--class") Optional<String> className,
      @Parameters(arity = "1..*") List<String> hashes) {
    return work(
        (installation, signals) -> {
          List<Recording> recordings =
              hashes.stream()
                  .flatMap(hash -> installation.store().ledger().find(hash).stream())
                  .toList();
          installation.survey(recordings, className, signals);
        });
  }

  @Command(name = "lesson", hidden = true, header = "Works on a claimed lesson.")
  int lesson(@Parameters(index = "0") String lesson, @Parameters(index = "1") String token) {
    return work(
        (installation, signals) -> {
          Store store = installation.store();
          Optional<Claim> claim = store.claims().find(lesson, token);
          if (claim.isPresent()) {
            root.logsAbout(id(claim.get()));
            try (Workbench workbench = installation.workbench()) {
              workbench.work(claim.get(), signals);
            }
          }
        });
  }

  @Command(name = "photos", hidden = true, header = "Looks at photos, as long as it is asked to.")
  int photos() {
    Signals signals = new Signals(console.out());
    try (Installation installation = Installation.open(root.home(), clock);
        Workbench workbench = installation.workbench();
        DataInputStream in = new DataInputStream(new BufferedInputStream(System.in))) {
      Optional<Request> request = Request.read(in);
      while (request.isPresent()) {
        answer(request.get(), workbench, signals);
        request = Request.read(in);
      }
      return ExitCode.DONE;
    } catch (RollcallException e) {
      signals.givesUp(e.getMessage());
      throw e;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void answer(Request request, Workbench workbench, Signals signals) {
    try {
      switch (request.kind()) {
        case GLANCE -> signals.says(line(workbench.glance(request.content())));
        case ENROLL ->
            workbench
                .enroll(new String(request.content(), UTF_8), signals)
                .warnings()
                .forEach(signals::says);
        case FILM ->
            film(new String(request.content(), UTF_8).lines().map(Path::of).toList(), signals);
      }
      signals.done();
    } catch (RollcallException e) {
      signals.givesUp(e.getMessage());
    }
  }

  private static void film(List<Path> paths, Signals signals) {
    List<Path> photos = paths.subList(1, paths.size());
    PhotoFilm.make(photos, paths.get(0), done -> signals.things(done, photos.size()));
  }

  private static String line(Glance glance) {
    return "%s %s %s".formatted(glance.hint(), glance.turn(), glance.weight());
  }

  /** {@return what a log calls it: the lesson, and its recordings by the start of their hashes} */
  private static String id(Claim claim) {
    return claim.recordings().stream()
        .map(piece -> piece.sha256().substring(0, SHORT_HASH))
        .collect(joining(" ", claim.lesson().fileStem() + " ", ""));
  }

  /** What a process is for. */
  private interface Work {
    void run(Installation installation, Signals signals);
  }

  private int work(Work work) {
    endWithTheParent();
    Signals signals = new Signals(console.out());
    try (Installation installation = Installation.open(root.home(), clock)) {
      work.run(installation, signals);
      signals.done();
      return ExitCode.DONE;
    } catch (RollcallException e) {
      signals.givesUp(e.getMessage());
      throw e;
    }
  }

  private static void endWithTheParent() {
    Thread thread = new Thread(() -> awaitEnd(System.in), "parent");
    thread.setDaemon(true);
    thread.start();
  }

  private static void awaitEnd(InputStream in) {
    try {
      while (in.read() >= 0) {
        // The parent says nothing; that it could is what counts.
      }
    } catch (IOException e) {
      // As good as the end.
    }
    Runtime.getRuntime().halt(ExitCode.FAILED);
  }
}
