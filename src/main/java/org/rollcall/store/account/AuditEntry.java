package org.rollcall.store.account;

import java.time.Instant;

/**
 * Something that somebody did.
 *
 * @param at when
 * @param who name of the account, or of the user of the machine
 * @param origin network address of the browser, or {@code command}; empty where nobody knows
 * @param action what was done
 * @param about to whom or what; empty where the action says all
 */
public record AuditEntry(Instant at, String who, String origin, Action action, String about) {
  /** Origin of what is done at the command line. */
  public static final String COMMAND = "command";

  /** What can be done. */
  public enum Action {
    /** Somebody logged in. */
    LOGIN,
    /** Somebody gave a name and a password that do not belong together. */
    LOGIN_FAILED,
    /** Somebody logged out. */
    LOGOUT,
    /** Somebody changed his or her own password. */
    PASSWORD_CHANGED,
    /** Somebody gave another one a new password. */
    PASSWORD_RESET,
    /** An account was made. */
    USER_ADDED,
    /** Role or classes of an account were changed. */
    USER_CHANGED,
    /** An account was deleted. */
    USER_REMOVED,
    /** Somebody logged another one out. */
    USER_LOGGED_OUT,
    /** A mark was corrected, or that was taken back. */
    CORRECTION,
    /** A recording or a lesson was to be processed. */
    PROCESS,
    /** A recording was sent to the page. */
    RECORDING_SENT,
    /** A class was made, or its list of students changed. */
    ROSTER_CHANGED,
    /** Photos of a student were added or deleted. */
    PHOTOS_CHANGED,
    /** Somebody said who an unknown face is, or took that back. */
    FACE_NAMED,
    /** Somebody had a sheet mailed to the address of the own account. */
    SHEET_MAILED
  }
}
