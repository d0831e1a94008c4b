package org.rollcall.web.kit;

import io.javalin.http.HttpStatus;
import java.time.Duration;
import java.util.Map;
import org.rollcall.access.Authenticator;
import org.rollcall.access.Authenticator.LoginResult;
import org.rollcall.access.WeakPassword;
import org.rollcall.store.account.Account;

/** Logging in and out, and changing the password. */
final class LoginRoutes implements Routes {
  private final Authenticator authenticator;
  private final KnownPages pages;

  /**
   * Makes the routes.
   *
   * @param pages where a login may lead
   */
  LoginRoutes(Authenticator authenticator, KnownPages pages) {
    this.authenticator = authenticator;
    this.pages = pages;
  }

  @Override
  public void addTo(Router router) {
    router
        .everybody()
        .get(Addresses.LOGIN, exchange -> showLogin(exchange, ""))
        .post(Addresses.LOGIN, BodyLimit.LOGIN, this::login);
    router
        .users()
        .post(Addresses.LOGOUT, this::logout)
        .post(Addresses.LOGOUT + "/everywhere", this::logoutEverywhere)
        .get(Addresses.PASSWORD, exchange -> showPassword(exchange, ""))
        .post(Addresses.PASSWORD, BodyLimit.LOGIN, this::changePassword);
  }

  private void showLogin(Exchange exchange, String problem) {
    exchange.show(
        "kit/login",
        exchange.words().text("login.title"),
        Map.of("problem", problem, "name", name(exchange), "target", target(exchange)));
  }

  /** {@return what was typed, if it can be a name: anything else is not repeated} */
  private static String name(Exchange exchange) {
    String typed = exchange.rawField("name");
    return Account.isName(typed) ? typed : "";
  }

  private void login(Exchange exchange) {
    Words words = exchange.words();
    LoginResult result =
        authenticator.login(
            exchange.rawField("name"), exchange.rawField("password"), exchange.visitor());
    if (result instanceof LoginResult.Granted granted) {
      LoginCookie.set(exchange.context(), granted);
      exchange.seeOther(target(exchange));
    } else if (result instanceof LoginResult.Throttled throttled) {
      exchange.status(HttpStatus.TOO_MANY_REQUESTS);
      showLogin(exchange, words.text("login.later", minutes(throttled.pause())));
    } else {
      exchange.status(HttpStatus.UNAUTHORIZED);
      showLogin(exchange, words.text("login.wrong"));
    }
  }

  private static long minutes(Duration pause) {
    return pause.plusSeconds(59).toMinutes();
  }

  /** {@return the page that was asked for before the login, never one of another site} */
  private String target(Exchange exchange) {
    String sent = exchange.rawField("to");
    String target = sent.isEmpty() ? exchange.query("to") : sent;
    return pages.contain(target) ? target : "/";
  }

  private void logout(Exchange exchange) {
    LoginCookie.token(exchange.context())
        .ifPresent(token -> authenticator.logout(exchange.principal(), token, exchange.visitor()));
    leave(exchange);
  }

  private void logoutEverywhere(Exchange exchange) {
    authenticator.logoutEverywhere(exchange.principal(), exchange.visitor());
    leave(exchange);
  }

  private static void leave(Exchange exchange) {
    LoginCookie.remove(exchange.context());
    exchange.context().header("Clear-Site-Data", "\"cache\"");
    exchange.seeOther(Addresses.LOGIN);
  }

  private static void showPassword(Exchange exchange, String problem) {
    exchange.show(
        "kit/password",
        exchange.words().text("password.title"),
        Map.of("problem", problem, "first", exchange.principal().account().mustChangePassword()));
  }

  private void changePassword(Exchange exchange) {
    Words words = exchange.words();
    String chosen = exchange.rawField("new");
    if (!chosen.equals(exchange.rawField("again"))) {
      refusePassword(exchange, words.text("password.differ"));
      return;
    }
    try {
      LoginResult result =
          authenticator.changePassword(
              exchange.principal(), exchange.rawField("old"), chosen, exchange.visitor());
      if (result instanceof LoginResult.Granted granted) {
        LoginCookie.set(exchange.context(), granted);
        exchange.seeOther("/");
      } else if (result instanceof LoginResult.Throttled throttled) {
        refusePassword(exchange, words.text("login.later", minutes(throttled.pause())));
      } else {
        refusePassword(exchange, words.text("password.wrong"));
      }
    } catch (WeakPassword e) {
      refusePassword(exchange, words.text("password.weak." + e.why()));
    }
  }

  private static void refusePassword(Exchange exchange, String problem) {
    exchange.status(HttpStatus.UNPROCESSABLE_CONTENT);
    showPassword(exchange, problem);
  }
}
