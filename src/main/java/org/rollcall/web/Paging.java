package org.rollcall.web;

import org.rollcall.store.Marks;

/**
 * Where a part of a long list stands.
 *
 * @param page which part, from 1
 * @param all how many things the list has
 * @param onAPage how many a part has, at most
 */
record Paging(int page, int all, int onAPage) {
  Marks.Part part() {
    return new Marks.Part((page - 1) * onAPage, onAPage);
  }

  int pages() {
    return Math.max(1, (all + onAPage - 1) / onAPage);
  }

  boolean hasEarlier() {
    return page < pages();
  }

  boolean hasLater() {
    return page > 1;
  }
}
