/**
 * The watched folder: which recordings wait in it, whether they are complete, which lesson each one
 * shows, and where it goes after its end.
 *
 * <p>Start with {@link org.rollcall.inbox.WatchedFolder}; {@link org.rollcall.inbox.Filing} files
 * away. What has been processed before is not known here: that is the ledger's, by the {@link
 * org.rollcall.inbox.ContentHash} of a recording.
 */
package org.rollcall.inbox;
