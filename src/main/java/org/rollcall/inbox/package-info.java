/**
 * The watched folder: which recordings wait in it, whether they are complete, which lesson each one
 * shows, and where it is filed after processing.
 *
 * <p>Start with {@link org.rollcall.inbox.WatchedFolder}; {@link org.rollcall.inbox.Filing} files
 * recordings away. This package does not know what has already been processed: the ledger records
 * that, by the {@link org.rollcall.inbox.ContentHash} of a recording.
 */
package org.rollcall.inbox;
