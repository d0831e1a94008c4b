package org.rollcall.demo;

import java.util.List;

/** Names for fictitious people. */
final class Names {
  private static final List<String> ALL =
      List.of(
          "Ada Birch",
          "Ben Alder",
          "Cara Heath",
          "Dan Marsh",
          "Ella Frost",
          "Finn Hollis",
          "Gia Rowan",
          "Hugo Lark",
          "Iris Vale",
          "Jon Thorne",
          "Kim Ashby",
          "Leo Wren",
          "Mia Fielding",
          "Noah Brook",
          "Olga Stone",
          "Paul Hazel",
          "Quinn Moor",
          "Rosa Linden",
          "Sam Briar",
          "Tara Glen",
          "Umar Reed",
          "Vera Cliff",
          "Will Sedge",
          "Xenia Ford",
          "Yann Croft",
          "Zara Hale",
          "Amir Penn",
          "Bea Tarn",
          "Carl Dune",
          "Dora Lyle");

  private Names() {}

  /** {@return the name of a person, numbered 1 to 30} */
  static String of(int person) {
    return ALL.get(person - 1);
  }
}
