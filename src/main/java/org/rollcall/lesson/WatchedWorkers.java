package org.rollcall.lesson;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.rollcall.store.Claim;
import org.rollcall.store.Recording;

/** Workers at whom a board looks. */
final class WatchedWorkers implements Workers {
  private final Workers workers;
  private final ProgressBoard board;

  WatchedWorkers(Workers workers, ProgressBoard board) {
    this.workers = workers;
    this.board = board;
  }

  @Override
  public void survey(List<Recording> recordings, Optional<String> className, Progress progress) {
    workers.survey(recordings, className, progress);
  }

  @Override
  public LessonReport work(Claim claim, Progress progress) {
    ShareDone share = new ShareDone(claim);
    board.begin(claim);
    try {
      return workers.work(claim, new Noted(claim, share, progress));
    } finally {
      board.end(claim.lesson());
    }
  }

  @Override
  public void close() {
    workers.close();
  }

  /** Tells the board, and whoever else listens. */
  private final class Noted implements Progress {
    private final Claim claim;
    private final ShareDone share;
    private final Progress other;

    Noted(Claim claim, ShareDone share, Progress other) {
      this.claim = claim;
      this.share = share;
      this.other = other;
    }

    @Override
    public void begin(String what) {
      other.begin(what);
    }

    @Override
    public void reading(String sha256) {
      share.reading(sha256);
      other.reading(sha256);
    }

    @Override
    public void recording(Duration position, Duration length) {
      board.advance(claim.lesson(), share.percent(position, length));
      other.recording(position, length);
    }

    @Override
    public void things(int done, int all) {
      other.things(done, all);
    }

    @Override
    public void end() {
      other.end();
    }
  }
}
