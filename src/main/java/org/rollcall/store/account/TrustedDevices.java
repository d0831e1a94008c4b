package org.rollcall.store.account;

import java.time.Clock;
import java.time.Instant;
import org.rollcall.store.db.Database;

/** The browsers in which users have logged in. Stores their tokens as hashes only. */
public final class TrustedDevices {
  private final Database database;
  private final Clock clock;

  /**
   * Stores devices in a database.
   *
   * @param database the open database, which the caller closes
   * @param clock source of the current time
   */
  public TrustedDevices(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * Records that a user has logged in with a device.
   *
   * @param tokenHash hash of the token that the device carries
   * @param account name of an existing account
   */
  public void trust(String tokenHash, String account) {
    database.change(
        handle ->
            handle
                .createUpdate(
                    """
                    INSERT INTO trusted_device (token, account, used)
                    VALUES (:token, :account, :now)
                    ON CONFLICT (token, account) DO UPDATE SET used = :now\
                    """)
                .bind("token", tokenHash)
                .bind("account", Account.key(account))
                .bind("now", clock.instant())
                .execute());
  }

  /**
   * Returns whether a user has logged in with a device.
   *
   * @param tokenHash hash of the token that the device carries
   * @param account name of the account
   * @return true if that is recorded
   */
  public boolean isTrusted(String tokenHash, String account) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    "SELECT 1 FROM trusted_device WHERE token = :token AND account = :account")
                .bind("token", tokenHash)
                .bind("account", Account.key(account))
                .mapTo(Integer.class)
                .findOne()
                .isPresent());
  }

  /**
   * Returns whether anybody has logged in with a device.
   *
   * @param tokenHash hash of the token that the device carries
   * @return true if that is recorded
   */
  public boolean isKnown(String tokenHash) {
    return database.read(
        handle ->
            handle
                .createQuery("SELECT 1 FROM trusted_device WHERE token = :token LIMIT 1")
                .bind("token", tokenHash)
                .mapTo(Integer.class)
                .findOne()
                .isPresent());
  }

  /**
   * Deletes devices that have not been used for long.
   *
   * @param before devices last used before this are deleted
   */
  public void forget(Instant before) {
    database.change(
        handle ->
            handle
                .createUpdate("DELETE FROM trusted_device WHERE used < :before")
                .bind("before", before)
                .execute());
  }
}
