package org.rollcall.face.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelsFolderTest {
  @TempDir Path folder;

  @Test
  void put_whileFilling_isNotVisibleYet() throws IOException {
    AtomicBoolean seen = new AtomicBoolean();
    ModelsFolder models = new ModelsFolder(folder);

    models.put("pack", staged -> seen.set(Files.exists(models.pack("pack"))));

    assertThat(seen).isFalse();
    assertThat(models.pack("pack")).isEmptyDirectory();
  }

  @Test
  void put_fillingFails_keepsThePreviousOne() throws IOException {
    ModelsFolder models = new ModelsFolder(folder);
    models.put("pack", staged -> Files.writeString(staged.resolve("file"), "previous"));

    assertThatThrownBy(
            () ->
                models.put(
                    "pack",
                    staged -> {
                      Files.writeString(staged.resolve("file"), "half");
                      throw new IOException("full");
                    }))
        .hasMessage("full");

    assertThat(models.pack("pack").resolve("file")).hasContent("previous");
  }

  @Test
  void putUnless_severalAtOnce_fillsOnce() {
    ModelsFolder models = new ModelsFolder(folder);
    AtomicInteger fillings = new AtomicInteger();
    CompletableFuture<?>[] threads = new CompletableFuture<?>[4];
    for (int i = 0; i < threads.length; i++) {
      threads[i] = CompletableFuture.runAsync(() -> putOnce(models, fillings));
    }

    CompletableFuture.allOf(threads).join();

    assertThat(fillings).hasValue(1);
  }

  private static void putOnce(ModelsFolder models, AtomicInteger fillings) {
    try {
      models.putUnless(
          () -> Files.exists(models.pack("pack")), "pack", staged -> fillings.incrementAndGet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
