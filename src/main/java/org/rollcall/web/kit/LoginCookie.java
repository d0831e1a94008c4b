package org.rollcall.web.kit;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.util.Optional;
import org.rollcall.access.Authenticator.LoginResult;
import org.rollcall.access.Visitor;

/**
 * The cookies of a browser: the token of its login, which it keeps until it is closed, and the
 * token by which it is known at the next one.
 */
final class LoginCookie {
  private static final String LOGIN = "rollcall";
  private static final String DEVICE = "rollcall-device";

  /** Browsers take a cookie of this name by https from this very server only. */
  private static final String HOST_PREFIX = "__Host-";

  private static final int HALF_A_YEAR_SECONDS = 180 * 24 * 60 * 60;

  /** Tokens are shorter; whatever else is sent is not looked up. */
  private static final int LONGEST = 100;

  private LoginCookie() {}

  /** {@return the token that the browser sent; empty if it sent none} */
  static Optional<String> token(Context context) {
    return read(context, LOGIN);
  }

  /** {@return the browser that sends a request} */
  static Visitor visitor(Context context) {
    return new Visitor(context.ip(), read(context, DEVICE));
  }

  private static Optional<String> read(Context context, String name) {
    return Optional.ofNullable(context.cookie(name(context, name)))
        .filter(token -> !token.isBlank() && token.length() <= LONGEST);
  }

  static void set(Context context, LoginResult.Granted granted) {
    context.cookie(cookie(context, LOGIN, granted.token()));
    Cookie device = cookie(context, DEVICE, granted.device());
    device.setMaxAge(HALF_A_YEAR_SECONDS);
    context.cookie(device);
  }

  private static Cookie cookie(Context context, String name, String value) {
    Cookie cookie = new Cookie(name(context, name), value);
    cookie.setPath("/");
    cookie.setHttpOnly(true);
    cookie.setSameSite(SameSite.LAX);
    cookie.setSecure(isSecure(context));
    return cookie;
  }

  static void remove(Context context) {
    Cookie cookie = cookie(context, LOGIN, "");
    cookie.setMaxAge(0);
    context.cookie(cookie);
  }

  private static String name(Context context, String name) {
    return isSecure(context) ? HOST_PREFIX + name : name;
  }

  private static boolean isSecure(Context context) {
    return context.scheme().equals("https");
  }
}
