package org.rollcall.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.school.Home;
import org.rollcall.store.ledger.Owner;

class WorkFolderTest {
  /** No system gives a process this number. */
  private static final long NO_PROCESS = Integer.MAX_VALUE;

  @TempDir Path root;

  @Test
  void close_filesInside_deletesThem() throws IOException {
    Path path;
    try (WorkFolder folder = WorkFolder.make(Home.of(root))) {
      path = folder.path();
      Files.createDirectories(path.resolve("natives"));
      Files.writeString(path.resolve("natives/lib.so"), "x");
    }

    assertThat(path).doesNotExist();
  }

  @Test
  void tidyUp_leftByAProcessThatIsGone_deletesOnlyThat() throws IOException {
    Home home = Home.of(root);
    String host = Owner.self().host();
    Path left = home.work().resolve("%s@%d@1@abc".formatted(host, NO_PROCESS));
    Path elsewhere = home.work().resolve("elsewhere@1@1@abc");
    Path strange = home.work().resolve("something else");
    for (Path folder : List.of(left, elsewhere, strange)) {
      Files.createDirectories(folder);
    }
    Files.writeString(left.resolve("lib.so"), "x");

    try (WorkFolder own = WorkFolder.make(home)) {
      WorkFolder.tidyUp(home);

      assertThat(left).doesNotExist();
      assertThat(List.of(own.path(), elsewhere, strange)).allMatch(Files::isDirectory);
    }
  }

  /** Earlier versions kept all that was being sent in one folder. */
  @Test
  void tidyUp_uploadsOfAnEarlierVersion_deletesThem() throws IOException {
    Home home = Home.of(root);
    Path film = Files.createDirectories(home.work().resolve("uploads")).resolve("MultiPart1");
    Files.writeString(film, "x");

    WorkFolder.tidyUp(home);

    assertThat(film.getParent()).doesNotExist();
  }

  @Test
  void tidyUp_nobodyWorkedYet_doesNothing() {
    WorkFolder.tidyUp(Home.of(root));

    assertThat(root).isEmptyDirectory();
  }
}
