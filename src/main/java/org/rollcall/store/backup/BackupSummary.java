package org.rollcall.store.backup;

import java.time.Instant;

/**
 * A summary of a backup.
 *
 * @param made when it was made
 * @param version the version of Rollcall that made it
 * @param tables number of tables
 * @param rows total number of rows
 */
public record BackupSummary(Instant made, String version, int tables, long rows) {
  static BackupSummary of(Manifest manifest) {
    return new BackupSummary(
        Instant.parse(manifest.made()),
        manifest.rollcall(),
        manifest.tables().size(),
        manifest.tables().stream().mapToLong(Manifest.TableDigest::rows).sum());
  }
}
