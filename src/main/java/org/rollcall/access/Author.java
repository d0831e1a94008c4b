package org.rollcall.access;

import org.rollcall.store.account.AuditEntry;

/**
 * The person behind a change, as the audit log names them.
 *
 * @param name name of the account, or of the machine's user at the command line
 * @param origin network address of the browser, or {@link AuditEntry#COMMAND}
 */
public record Author(String name, String origin) {
  /** {@return the user of the command line} */
  public static Author ofCommands() {
    return new Author(System.getProperty("user.name", "somebody"), AuditEntry.COMMAND);
  }

  /** Users of the machine itself can always make another admin there. */
  boolean isAtTheMachine() {
    return origin.equals(AuditEntry.COMMAND);
  }
}
