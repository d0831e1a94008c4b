package org.rollcall.run;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.rollcall.basics.Daemons;
import org.rollcall.model.RollcallException;
import org.rollcall.store.ledger.Claim;
import org.rollcall.store.ledger.ClaimLost;
import org.rollcall.store.ledger.Claims;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Renews a claim at intervals while its lesson is being processed. */
final class ClaimRenewal implements AutoCloseable {
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

  /** Starts to renew a claim; closing the renewal stops it. */
  static ClaimRenewal start(Claims claims, Claim claim) {
    ClaimRenewal renewal = new ClaimRenewal(claims, claim);
    var unused =
        renewal.timer.scheduleAtFixedRate(
            renewal::renew, EVERY_MILLIS, EVERY_MILLIS, TimeUnit.MILLISECONDS);
    return renewal;
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

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
