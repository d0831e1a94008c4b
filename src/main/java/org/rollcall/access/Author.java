package org.rollcall.access;

import org.rollcall.store.AuditEntry;

/**
 * Who does something.
 *
 * @param name name of the account, or of the user of the machine
 * @param origin network address of the browser, or {@link AuditEntry#COMMAND}
 */
public record Author(String name, String origin) {
  /** {@return who uses the command line} */
  public static Author ofCommands() {
    return new Author(System.getProperty("user.name", "somebody"), AuditEntry.COMMAND);
  }

  /** Whoever uses the machine itself can always make another admin there. */
  boolean isAtTheMachine() {
    return origin.equals(AuditEntry.COMMAND);
  }
}
