package org.rollcall.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.config.Home;
import org.rollcall.store.Owner;

class WorkFolderTest {
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
  void tidyUp_leftByAProcessThatIsGone_deletesOnlyThat() throws Exception {
    Home home = Home.of(root);
    Process dead = new ProcessBuilder(List.of("true")).start();
    dead.waitFor();
    String host = Owner.self().host();
    Path left = home.work().resolve("%s@%d@1@abc".formatted(host, dead.pid()));
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

  @Test
  void tidyUp_nobodyWorkedYet_doesNothing() {
    WorkFolder.tidyUp(Home.of(root));

    assertThat(root).isEmptyDirectory();
  }
}
