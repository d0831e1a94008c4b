package org.rollcall.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rollcall.lesson.Progress;
import org.rollcall.model.TemporaryFailure;

class ChildTest {
  private static final Child.Limits USUAL = new Child.Limits(Duration.ofMinutes(1), 4000);

  private final List<String> heard = new ArrayList<>();
  private final Progress progress =
      new Progress() {
        @Override
        public void recording(Duration position, Duration length) {
          heard.add(position.toSeconds() + " of " + length.toSeconds() + " s");
        }

        @Override
        public void things(int done, int all) {
          heard.add(done + " of " + all);
        }
      };

  private Child.End play(String... parts) {
    return Child.run(Actor.playing(parts), USUAL, progress);
  }

  @Test
  void run_childIsDone_hasNoDeath() {
    Child.End end = play("read", "photos", "progress", "babble", "done");

    assertThat(end.death()).isEmpty();
    assertThat(end.heard().done()).isTrue();
    assertThat(end.heard().reading()).contains(Actor.hash());
    assertThat(heard).containsExactly("3 of 4", "5 of 60 s");
  }

  @Test
  void run_childDiesAfterItIsDone_isDone() {
    assertThat(play("done", "kill").death()).isEmpty();
  }

  @Test
  void run_childGivesUp_saysWhyInOneLine() {
    Child.End end = play("give-up", "die");

    assertThat(end.death()).isEmpty();
    assertThat(end.heard().failure()).contains("The disc is full. Free some space.");
  }

  @Test
  void run_childEndsEarly_tellsTheExitCode() {
    assertThat(play("read", "die").death().orElseThrow())
        .isEqualTo("The process that worked on it died: exit code 7.");
  }

  @Test
  void run_libraryThatSaysDone_isNotBelieved() {
    assertThat(play("babble").death()).isPresent();
  }

  @Test
  void run_childIsKilled_tellsTheSignal() {
    assertThat(play("kill", "sleep").death().orElseThrow()).contains("died: signal 9");
  }

  @Test
  void run_heapIsFull_saysSo() {
    assertThat(play("hoard", "done").death().orElseThrow()).contains("its heap was full");
  }

  @Test
  void run_childHangs_isEnded() {
    Child.Limits impatient = new Child.Limits(Duration.ofSeconds(2), 4000);

    Child.End end = Child.run(Actor.playing("read", "sleep"), impatient, progress);

    assertThat(end.death().orElseThrow())
        .isEqualTo("The process that worked on it made no progress for 2 s and was ended.");
    assertThat(end.stopped()).isFalse();
  }

  @Test
  void run_childTakesTooMuchMemory_isEnded() {
    Child.Limits small = new Child.Limits(Duration.ofMinutes(1), 5);

    assertThat(Child.run(Actor.playing("read", "sleep"), small, progress).death().orElseThrow())
        .contains("MB of memory, more than the 5 of work.memoryMegabytes");
  }

  @Test
  void run_interrupted_endsTheChildAndStaysInterrupted() {
    Thread.currentThread().interrupt();

    Child.End end = play("read", "sleep");

    assertThat(end.stopped()).isTrue();
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void run_noSuchProgram_mayHeal() {
    assertThatThrownBy(() -> Child.run(new ProcessBuilder("/no/such/java"), USUAL, progress))
        .isInstanceOf(TemporaryFailure.class)
        .hasMessageContaining("/no/such/java");
  }
}
