package org.rollcall.school;

/** Names characters in messages so that people see which one is meant. */
final class NamedCharacter {
  private static final int CONTROLS = 0x20;

  private NamedCharacter() {}

  /** {@return the character itself, or its number and name if it cannot be seen} */
  static String of(int character) {
    boolean seen =
        character >= CONTROLS
            && Character.getType(character) != Character.FORMAT
            && Character.getType(character) != Character.CONTROL
            && !Character.isSpaceChar(character);
    if (seen || character == ' ') {
      return Character.toString(character);
    }
    return "U+%04X %s".formatted(character, Character.getName(character));
  }
}
