package org.rollcall.access;

import org.rollcall.store.account.AuditEntry;

/**
 * The person who made a change, as named in the audit log.
 *
 * @param name name of the account, or of the operating system's user at the command line
 * @param origin network address of the browser, or {@link AuditEntry#COMMAND}
 */
public record Author(String name, String origin) {
  /** {@return the author of changes made at the command line} */
  public static Author ofCommands() {
    return new Author(System.getProperty("user.name", "somebody"), AuditEntry.COMMAND);
  }

  /** At the command line another admin can always be created, so the last one may be removed. */
  boolean isAtTheMachine() {
    return origin.equals(AuditEntry.COMMAND);
  }
}
