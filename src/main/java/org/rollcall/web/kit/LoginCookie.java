package org.rollcall.web.kit;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.util.Optional;

/** The cookie with the token of a login. Browsers keep it until they are closed. */
final class LoginCookie {
  private static final String NAME = "rollcall";

  private LoginCookie() {}

  /** {@return the token that the browser sent; empty if it sent none} */
  static Optional<String> token(Context context) {
    return Optional.ofNullable(context.cookie(NAME)).filter(token -> !token.isBlank());
  }

  static void set(Context context, String token) {
    Cookie cookie = new Cookie(NAME, token);
    cookie.setHttpOnly(true);
    cookie.setSameSite(SameSite.LAX);
    cookie.setSecure(context.scheme().equals("https"));
    context.cookie(cookie);
  }

  static void remove(Context context) {
    context.removeCookie(NAME);
  }
}
