package org.rollcall.run;

import java.time.Duration;
import org.rollcall.lesson.LessonProgress;
import org.rollcall.model.Progress;
import org.rollcall.store.ledger.Claim;

/** Reports the progress of a lesson to the board, and passes it on to another listener. */
final class BoardProgress implements Progress {
  private final ProgressBoard board;
  private final Claim claim;
  private final LessonProgress share;
  private final Progress other;

  BoardProgress(ProgressBoard board, Claim claim, Progress other) {
    this.board = board;
    this.claim = claim;
    this.share = new LessonProgress(claim);
    this.other = other;
  }

  @Override
  public void start(String what) {
    board.start(claim);
    other.start(what);
  }

  @Override
  public void reading(String sha256) {
    share.reading(sha256);
    other.reading(sha256);
  }

  @Override
  public void photo(String sha256) {
    other.photo(sha256);
  }

  @Override
  public void recording(Duration position, Duration length) {
    board.advance(claim.lesson(), share.percent(position, length));
    other.recording(position, length);
  }

  @Override
  public void items(int done, int all) {
    other.items(done, all);
  }

  @Override
  public void end() {
    board.end(claim.lesson());
    other.end();
  }
}
