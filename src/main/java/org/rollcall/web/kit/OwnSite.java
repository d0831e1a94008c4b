package org.rollcall.web.kit;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.rollcall.settings.WebSettings;

/**
 * Refuses forms that a page of another site sends, the login included: whoever was logged in as
 * somebody else without knowing would leave pictures and marks in that account.
 */
final class OwnSite {
  /** The page itself sends it, or the user has typed the address. */
  private static final Set<String> OWN = Set.of("same-origin", "none");

  private final Optional<String> publicAuthority;

  /**
   * Makes the check.
   *
   * @param settings say where users find the pages
   */
  OwnSite(WebSettings settings) {
    this.publicAuthority = settings.publicAddress().map(URI::getAuthority);
  }

  /**
   * Checks the sender of a form.
   *
   * @throws PageProblem if a page of another site sends it
   */
  void require(Context context) {
    String fetchedBy = context.header("Sec-Fetch-Site");
    String origin = context.header("Origin");
    // Old browsers send the origin only; programs send neither, and have no user's cookies.
    boolean own =
        fetchedBy != null ? OWN.contains(fetchedBy) : origin == null || isOwn(origin, context);
    if (!own) {
      throw new PageProblem(HttpStatus.FORBIDDEN, "problem.form");
    }
  }

  private boolean isOwn(String origin, Context context) {
    String authority = origin.replaceFirst("^https?://", "");
    return !authority.equals(origin)
        && (authority.equalsIgnoreCase(context.header("Host"))
            || publicAuthority.filter(authority::equalsIgnoreCase).isPresent());
  }
}
