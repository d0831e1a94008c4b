package org.rollcall.store.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.model.Message;
import org.rollcall.model.Reason;
import org.rollcall.store.Store;

class DeadlyPhotosTest {
  @TempDir Path folder;

  @Test
  void add_samePhotoTwice_keepsTheFirstDeath() {
    Message first = Message.of(Reason.WORKER_HEAP_FULL);
    try (Store store = Store.open(folder.resolve("rollcall.db"))) {
      assertThat(store.deadlyPhotos().add("a", first)).isTrue();
      assertThat(store.deadlyPhotos().add("a", Message.of(Reason.WORKER_DIED, 7))).isFalse();
    }

    try (Store store = Store.open(folder.resolve("rollcall.db"))) {
      assertThat(store.deadlyPhotos().all()).containsOnlyKeys("a");
      assertThat(store.deadlyPhotos().all().get("a")).hasToString(first.toString());
    }
  }
}
