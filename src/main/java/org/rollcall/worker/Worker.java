package org.rollcall.worker;

import static java.util.stream.Collectors.joining;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.rollcall.basics.Daemons;
import org.rollcall.home.Installation;
import org.rollcall.model.RollcallException;
import org.rollcall.run.Workbench;
import org.rollcall.store.db.MessageJson;
import org.rollcall.store.ledger.Claim;
import org.rollcall.video.PhotoFilm;
import org.rollcall.video.RecordingFacts;

/**
 * The main loop of a worker process: handles its parent's requests, one after the other, until
 * there are no more. It ends with its parent, even in the middle of its work, because nobody would
 * read the answer.
 *
 * <p>It opens the installation and the networks for the first request that needs them.
 */
public final class Worker implements AutoCloseable {
  private static final int SHORT_HASH = 7;
  private static final int ORPHANED = 1;

  private final Supplier<Installation> opener;
  private final Signals signals;
  private final Consumer<String> log;
  private final Runnable orphaned;
  private final BlockingQueue<Optional<Request>> requests = new LinkedBlockingQueue<>();
  private volatile boolean busy;
  private Optional<Installation> installation = Optional.empty();
  private Optional<Workbench> workbench = Optional.empty();

  /**
   * Creates a worker with nothing to do yet.
   *
   * @param opener opens the installation
   * @param out the stream to the parent
   * @param log is given the subject of the log entries that follow: an id, never a person's name
   */
  public Worker(Supplier<Installation> opener, PrintStream out, Consumer<String> log) {
    this(opener, out, log, () -> Runtime.getRuntime().halt(ORPHANED));
  }

  Worker(Supplier<Installation> opener, PrintStream out, Consumer<String> log, Runnable orphaned) {
    this.opener = opener;
    this.signals = new Signals(out);
    this.log = log;
    this.orphaned = orphaned;
  }

  /**
   * Handles requests. Returns when there are no more, or the thread is interrupted.
   *
   * @param in from the parent
   */
  public void serve(InputStream in) {
    Daemons.thread("parent", () -> read(in)).start();
    try {
      Optional<Request> request = requests.take();
      while (request.isPresent()) {
        answer(request.get());
        request = requests.take();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void read(InputStream in) {
    try (DataInputStream data = new DataInputStream(new BufferedInputStream(in))) {
      Optional<Request> request = Request.read(data);
      while (request.isPresent()) {
        busy = true;
        requests.add(request);
        request = Request.read(data);
      }
    } catch (IOException e) {
      // Treated as the end of the stream.
    }
    if (busy) {
      orphaned.run();
    }
    requests.add(Optional.empty());
  }

  /**
   * Handles a request. It is no longer busy before it reports so, because the parent may close the
   * stream as soon as it has its answer.
   */
  private void answer(Request request) {
    try {
      perform(request);
      busy = false;
      signals.done();
    } catch (RollcallException e) {
      busy = false;
      signals.fail(e);
    }
  }

  private void perform(Request request) {
    switch (request.kind()) {
      case FACTS -> facts(Path.of(request.lines().get(0)));
      case LESSON -> lesson(request.lines().get(0), request.lines().get(1));
      case HINT -> signals.answer(Answers.of(workbench().photos().hint(request.content())));
      case ENROL ->
          workbench()
              .enrolment()
              .enrol(request.lines().get(0), signals)
              .warnings()
              .forEach(warning -> signals.answer(MessageJson.write(warning)));
      case FILM -> film(request.lines().stream().map(Path::of).toList());
    }
  }

  private void facts(Path recording) {
    signals.answer(Answers.of(RecordingFacts.of(recording)));
  }

  /** Processes a lesson, unless its claim has lapsed and may be held by another process. */
  private void lesson(String lesson, String token) {
    Optional<Claim> claim = installation().store().claims().find(lesson, token);
    claim.map(Worker::id).ifPresent(log);
    claim.ifPresent(held -> workbench().lessons().process(held, signals));
  }

  /**
   * {@return what the log calls a claim: its lesson, and its recordings by the start of their
   * hashes}
   */
  private static String id(Claim claim) {
    return claim.parts().stream()
        .map(part -> part.recording().sha256().substring(0, SHORT_HASH))
        .collect(joining(" ", claim.lesson().fileStem() + " ", ""));
  }

  private void film(List<Path> paths) {
    List<Path> photos = paths.subList(1, paths.size());
    PhotoFilm.make(photos, paths.get(0), done -> signals.items(done, photos.size()));
  }

  private Installation installation() {
    if (installation.isEmpty()) {
      installation = Optional.of(opener.get());
    }
    return installation.get();
  }

  private Workbench workbench() {
    if (workbench.isEmpty()) {
      workbench = Optional.of(Workbench.open(installation()));
    }
    return workbench.get();
  }

  @Override
  public void close() {
    workbench.ifPresent(Workbench::close);
    installation.ifPresent(Installation::close);
  }
}
