package org.rollcall.web;

import java.util.List;

/** Something behind the question mark of an address cannot be used. */
final class UnusableQuery extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String key;
  private final String[] things;

  /**
   * Says what is wrong.
   *
   * @param key of the words for it
   * @param things what is filled into them
   */
  UnusableQuery(String key, String... things) {
    super(key + " " + List.of(things));
    this.key = key;
    this.things = things.clone();
  }

  String text(Words words) {
    return words.text(key, (Object[]) things);
  }
}
