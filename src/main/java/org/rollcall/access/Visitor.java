package org.rollcall.access;

import java.util.Arrays;
import java.util.Optional;

/**
 * The browser of somebody who is not logged in yet.
 *
 * @param address its network address
 * @param device the token that it got at an earlier login; empty if it carries none
 */
public record Visitor(String address, Optional<String> device) {
  private static final int GROUPS_OF_A_NETWORK = 4;

  /**
   * {@return what guesses are counted by: the address, or the network of an IPv6 address, since
   * each machine may choose among the addresses of its network}
   */
  String network() {
    if (!address.contains(":")) {
      return address;
    }
    String[] groups = address.split(":", -1);
    return String.join(":", Arrays.copyOf(groups, Math.min(GROUPS_OF_A_NETWORK, groups.length)));
  }
}
