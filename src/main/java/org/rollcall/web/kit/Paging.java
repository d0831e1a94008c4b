package org.rollcall.web.kit;

/**
 * One page of a long list, the newest first.
 *
 * @param number which page, from 1
 * @param size how many entries a page has
 * @param all how many entries there are in all
 */
public record Paging(int number, int size, long all) {
  /**
   * The page that a query asks for by {@code page}.
   *
   * @param exchange the request
   * @param size how many entries a page has
   * @param all how many entries there are in all
   * @return that page, or the nearest one that exists; the first if the query names none
   */
  public static Paging of(Exchange exchange, int size, long all) {
    String typed = exchange.query("page");
    int wanted = typed.matches("\\d{1,9}") ? Integer.parseInt(typed) : 1;
    Paging first = new Paging(1, size, all);
    return new Paging(Math.max(1, Math.min(wanted, first.last())), size, all);
  }

  /** {@return number of the last page} */
  public int last() {
    return (int) Math.max(1, (all + size - 1) / size);
  }

  /** {@return how many entries come before this page} */
  public int skipped() {
    return (number - 1) * size;
  }

  /** {@return whether a page with newer entries comes before} */
  public boolean hasNewer() {
    return number > 1;
  }

  /** {@return whether a page with older entries follows} */
  public boolean hasOlder() {
    return number < last();
  }
}
