package org.rollcall.web.kit;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The pages of the site to which a link may lead. Filled before the server starts. */
final class KnownPages {
  private static final Pattern PARAMETER = Pattern.compile("\\{[^}]*}");

  private final List<Pattern> paths = new ArrayList<>();

  /**
   * Adds a page.
   *
   * @param path its path, with parameters in braces
   */
  void add(String path) {
    String[] fixed = PARAMETER.split(path, -1);
    paths.add(Pattern.compile("\\Q" + String.join("\\E[^/]+\\Q", fixed) + "\\E"));
  }

  /**
   * Checks an address that was sent.
   *
   * @param address any text
   * @return true if it is path and query of one of these pages, and nothing else
   */
  boolean contain(String address) {
    try {
      URI uri = new URI(address);
      return uri.getScheme() == null
          && uri.getRawAuthority() == null
          && uri.getRawPath() != null
          && paths.stream().anyMatch(path -> path.matcher(uri.getRawPath()).matches());
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
