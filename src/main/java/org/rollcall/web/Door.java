package org.rollcall.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import io.javalin.http.SameSite;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.function.Predicate;
import org.rollcall.access.Authenticator;
import org.rollcall.access.Principal;
import org.rollcall.store.Account;
import org.rollcall.store.Account.Role;

/**
 * What every address lies behind that is not for everybody: nobody gets there without a login, nor
 * to a class that is not his or her own, and no form is taken that another page has made.
 */
final class Door {
  /** Name of a path parameter that names a class. */
  static final String CLASS = "class";

  static final String LOGIN = "/login";
  static final String PASSWORD = "/password";
  static final String LOGOUT = "/logout";

  private static final String COOKIE = "rollcall";
  private static final String FORM_TOKEN = "formToken";

  /** Scripts say it here, and so that nothing of what they send has to be read before. */
  private static final String FORM_TOKEN_HEADER = "X-Form-Token";

  private final Authenticator authenticator;
  private final Pages pages;
  private final Predicate<Account> open;

  /** Answers somebody who may be there. */
  @FunctionalInterface
  interface Answer {
    void answer(Context context, Principal visitor);
  }

  Door(Authenticator authenticator, Pages pages) {
    this(authenticator, pages, account -> true);
  }

  private Door(Authenticator authenticator, Pages pages, Predicate<Account> open) {
    this.authenticator = authenticator;
    this.pages = pages;
    this.open = open;
  }

  /** {@return a door to what looks to all others as if it were not there} */
  Door forAdmins() {
    return new Door(authenticator, pages, account -> account.role() == Role.ADMIN);
  }

  void get(RoutesConfig server, String path, Answer answer) {
    server.addHttpHandler(HandlerType.GET, path, context -> let(context, answer));
  }

  void post(RoutesConfig server, String path, Answer answer) {
    server.addHttpHandler(HandlerType.POST, path, context -> let(context, answer));
  }

  private void let(Context context, Answer answer) {
    Optional<Principal> known = visitor(context);
    if (known.isEmpty()) {
      sendToLogin(context);
      return;
    }
    Principal visitor = known.get();
    if (context.method().equals(HandlerType.POST) && !isOwnForm(context, visitor)) {
      pages.showProblem(
          context, known, HttpStatus.FORBIDDEN, Words.of(context).text("problem.form"));
    } else if (visitor.account().mustChangePassword() && !isAboutLogin(context)) {
      context.redirect(PASSWORD, HttpStatus.SEE_OTHER);
    } else if (!open.test(visitor.account()) || !maySee(context, visitor)) {
      // Whether there is such a class is nobody's business.
      context.status(HttpStatus.NOT_FOUND);
    } else {
      answer.answer(context, visitor);
    }
  }

  private static boolean maySee(Context context, Principal visitor) {
    return Optional.ofNullable(context.pathParamMap().get(CLASS))
        .map(visitor.account()::maySee)
        .orElse(true);
  }

  private static boolean isAboutLogin(Context context) {
    return context.path().equals(PASSWORD) || context.path().startsWith(LOGOUT);
  }

  private static boolean isOwnForm(Context context, Principal visitor) {
    String token =
        Optional.ofNullable(context.header(FORM_TOKEN_HEADER))
            .or(() -> Optional.ofNullable(context.formParam(FORM_TOKEN)))
            .orElse("");
    return MessageDigest.isEqual(
        token.getBytes(StandardCharsets.UTF_8),
        visitor.formToken().getBytes(StandardCharsets.UTF_8));
  }

  private static void sendToLogin(Context context) {
    String target = context.method().equals(HandlerType.GET) ? context.path() : "/";
    context.redirect(
        LOGIN + "?to=" + URLEncoder.encode(target, StandardCharsets.UTF_8), HttpStatus.SEE_OTHER);
  }

  /** {@return who asks; empty if nobody is logged in} */
  Optional<Principal> visitor(Context context) {
    return token(context).flatMap(authenticator::principal);
  }

  Optional<String> token(Context context) {
    return Optional.ofNullable(context.cookie(COOKIE)).filter(token -> !token.isBlank());
  }

  /** Lets the browser carry a login until it is closed. */
  void remember(Context context, String token) {
    Cookie cookie = new Cookie(COOKIE, token);
    cookie.setHttpOnly(true);
    cookie.setSameSite(SameSite.LAX);
    cookie.setSecure(context.scheme().equals("https"));
    context.cookie(cookie);
  }

  void forget(Context context) {
    context.removeCookie(COOKIE);
  }
}
