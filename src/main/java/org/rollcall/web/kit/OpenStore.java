package org.rollcall.web.kit;

import java.util.Optional;
import java.util.function.Supplier;
import org.rollcall.home.HomeStore;
import org.rollcall.school.Home;
import org.rollcall.settings.Settings;
import org.rollcall.store.Store;

/**
 * The store, opened when it is first needed, so that the server starts without it. For any number
 * of threads.
 */
final class OpenStore implements Supplier<Store>, AutoCloseable {
  private final Home home;
  private final Settings settings;
  private Optional<Store> store = Optional.empty();

  OpenStore(Home home, Settings settings) {
    this.home = home;
    this.settings = settings;
  }

  /**
   * Gives the store.
   *
   * @throws org.rollcall.model.RollcallException if it cannot be opened; the next call tries again
   */
  @Override
  public synchronized Store get() {
    if (store.isEmpty()) {
      store = Optional.of(HomeStore.open(home, settings));
    }
    return store.get();
  }

  @Override
  public synchronized void close() {
    store.ifPresent(Store::close);
    store = Optional.empty();
  }
}
