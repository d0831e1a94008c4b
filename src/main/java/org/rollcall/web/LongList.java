package org.rollcall.web;

import io.javalin.http.Context;

/**
 * One page of a long list.
 *
 * @param number which page, from 1
 * @param size how many lines a page has
 * @param all how many lines there are
 */
record LongList(long number, int size, long all) {
  /** Takes the number that an address has as {@code page}; one that is none means the first. */
  static LongList of(Context context, int size, long all) {
    String typed = Admin.query(context, "page");
    long wanted = typed.matches("\\d{1,9}") ? Long.parseLong(typed) : 1;
    long last = Math.max(1, (all + size - 1) / size);
    return new LongList(Math.max(1, Math.min(wanted, last)), size, all);
  }

  long last() {
    return Math.max(1, (all + size - 1) / size);
  }

  long skipped() {
    return (number - 1) * size;
  }

  boolean hasNewer() {
    return number > 1;
  }

  boolean hasOlder() {
    return number < last();
  }
}
