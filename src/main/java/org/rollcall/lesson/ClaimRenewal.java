package org.rollcall.lesson;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.rollcall.basics.Daemons;
import org.rollcall.model.RollcallException;
import org.rollcall.store.Claim;
import org.rollcall.store.ClaimLost;
import org.rollcall.store.Claims;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says again and again that the work on a claim goes on. */
final class ClaimRenewal {
  private static final Logger LOG = LoggerFactory.getLogger(ClaimRenewal.class);
  private static final long EVERY_MILLIS = Claims.LEASE.toMillis() / 4;

  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(Daemons.named("claim"));
  private final Claims claims;
  private final Claim claim;

  private ClaimRenewal(Claims claims, Claim claim) {
    this.claims = claims;
    this.claim = claim;
  }

  /** Does the work, and gives what came of it. */
  static <T> T during(Claims claims, Claim claim, Supplier<T> work) {
    ClaimRenewal renewal = new ClaimRenewal(claims, claim);
    ScheduledFuture<?> renewals =
        renewal.timer.scheduleAtFixedRate(
            renewal::renew, EVERY_MILLIS, EVERY_MILLIS, TimeUnit.MILLISECONDS);
    try {
      return work.get();
    } finally {
      renewals.cancel(false);
      renewal.timer.shutdownNow();
    }
  }

  private void renew() {
    try {
      claims.renew(claim);
    } catch (ClaimLost e) {
      timer.shutdown();
    } catch (RollcallException e) {
      LOG.warn("{}", e.getMessage());
    }
  }
}
