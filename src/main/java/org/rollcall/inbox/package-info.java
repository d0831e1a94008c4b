/**
 * The watched folder: which recordings wait in it, whether they are complete, and which lesson each
 * one shows.
 *
 * <p>Start with {@link org.rollcall.inbox.WatchedFolder}. What has been processed before is not
 * known here: that is the ledger's, by the {@link org.rollcall.inbox.ContentHash} of a recording.
 */
package org.rollcall.inbox;
