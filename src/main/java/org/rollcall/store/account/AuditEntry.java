package org.rollcall.store.account;

import java.time.Instant;

/**
 * An entry of the audit log: one action of a user.
 *
 * @param at when
 * @param who name of the account, or of the operating-system user
 * @param origin network address of the browser, or {@code command}; empty if unknown
 * @param action what was done
 * @param about the object of the action; empty if the action needs none
 */
public record AuditEntry(Instant at, String who, String origin, Action action, String about) {
  /** Origin of actions at the command line. */
  public static final String COMMAND = "command";

  /** The actions that are logged. */
  public enum Action {
    /** A user logged in. */
    LOGIN,
    /** A login failed because name and password do not match. */
    LOGIN_FAILED,
    /** A user logged out. */
    LOGOUT,
    /** A user changed their own password. */
    PASSWORD_CHANGED,
    /** A user set a new password for another account. */
    PASSWORD_RESET,
    /** An account was created. */
    USER_ADDED,
    /** The role or classes of an account were changed. */
    USER_CHANGED,
    /** An account was deleted. */
    USER_REMOVED,
    /** A user ended the logins of another account. */
    USER_LOGGED_OUT,
    /** A mark was corrected, or a correction was withdrawn. */
    CORRECTION,
    /** Processing of a recording or a lesson was requested. */
    PROCESS,
    /** A recording was uploaded to the page. */
    RECORDING_SENT,
    /** A class was created, or its roster changed. */
    ROSTER_CHANGED,
    /** A roster says something else than before about the consent of a student. */
    CONSENT_CHANGED,
    /** Photos of a student were added or deleted. */
    PHOTOS_CHANGED,
    /** A user identified an unknown face, or withdrew that. */
    FACE_NAMED,
    /** A user had a sheet mailed to the address of their own account. */
    SHEET_MAILED,
    /** A user downloaded a sheet, a register or a roster. */
    DOWNLOADED,
    /** A user looked at pictures of students; noted once an hour for each lesson or class. */
    PICTURES_SEEN,
    /** An admin told which lesson a recording shows. */
    RECORDING_ASSIGNED,
    /** A lesson was withdrawn, because its recordings turned out to show other lessons. */
    LESSON_WITHDRAWN,
    /** Pictures of a lesson were deleted, because a student refused consent. */
    PICTURES_DELETED
  }
}
