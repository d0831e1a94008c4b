package org.rollcall.worker;

import java.util.function.Supplier;
import org.rollcall.store.Store;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Remembers the photos over which workers died, so that no other worker reads them.
 *
 * @param store gives the open store
 */
record PhotoDeaths(Supplier<Store> store) {
  private static final Logger LOG = LoggerFactory.getLogger(PhotoDeaths.class);
  private static final int SHORT_HASH = 7;

  /**
   * Records a death.
   *
   * @param death how the worker died
   * @return whether another worker may fare better: it died over a photo not known before
   */
  boolean record(WorkerClient.Died death) {
    if (death.photo().isEmpty()) {
      return false;
    }
    String sha256 = death.photo().get();
    LOG.warn("Photo {} is not read again. {}", sha256.substring(0, SHORT_HASH), death.getMessage());
    return store.get().deadlyPhotos().add(sha256, death.message());
  }
}
