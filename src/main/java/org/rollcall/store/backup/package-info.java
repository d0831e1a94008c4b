/**
 * Backups: {@link org.rollcall.store.backup.Backup} writes all rows, as of one moment, to a ZIP
 * file that does not depend on the kind of database; {@link org.rollcall.store.backup.Restore}
 * checks the whole file before it writes anything.
 */
package org.rollcall.store.backup;
