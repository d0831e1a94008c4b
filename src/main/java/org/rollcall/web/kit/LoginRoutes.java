package org.rollcall.web.kit;

import io.javalin.http.HttpStatus;
import java.time.Duration;
import java.util.Map;
import org.rollcall.access.Authenticator;
import org.rollcall.access.Authenticator.LoginResult;
import org.rollcall.access.WeakPassword;

/** Logging in and out, and changing the password. */
final class LoginRoutes implements Routes {
  private final Authenticator authenticator;

  LoginRoutes(Authenticator authenticator) {
    this.authenticator = authenticator;
  }

  @Override
  public void addTo(Router router) {
    router
        .everybody()
        .get(Addresses.LOGIN, exchange -> showLogin(exchange, ""))
        .post(Addresses.LOGIN, this::login);
    router
        .users()
        .post(Addresses.LOGOUT, this::logout)
        .post(Addresses.LOGOUT + "/everywhere", this::logoutEverywhere)
        .get(Addresses.PASSWORD, exchange -> showPassword(exchange, ""))
        .post(Addresses.PASSWORD, this::changePassword);
  }

  private static void showLogin(Exchange exchange, String problem) {
    exchange.show(
        "kit/login",
        exchange.words().text("login.title"),
        Map.of("problem", problem, "name", exchange.rawField("name"), "target", target(exchange)));
  }

  private void login(Exchange exchange) {
    Words words = exchange.words();
    LoginResult result =
        authenticator.login(
            exchange.rawField("name"), exchange.rawField("password"), exchange.origin());
    if (result instanceof LoginResult.Granted granted) {
      LoginCookie.set(exchange.context(), granted.token());
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
  private static String target(Exchange exchange) {
    String sent = exchange.rawField("to");
    String target = sent.isEmpty() ? exchange.query("to") : sent;
    boolean ours = target.startsWith("/") && !target.startsWith("//") && !target.contains("\\");
    return ours && !target.startsWith(Addresses.LOGIN) ? target : "/";
  }

  private void logout(Exchange exchange) {
    LoginCookie.token(exchange.context())
        .ifPresent(token -> authenticator.logout(exchange.principal(), token, exchange.origin()));
    leave(exchange);
  }

  private void logoutEverywhere(Exchange exchange) {
    authenticator.logoutEverywhere(exchange.principal(), exchange.origin());
    leave(exchange);
  }

  private static void leave(Exchange exchange) {
    LoginCookie.remove(exchange.context());
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
              exchange.principal(), exchange.rawField("old"), chosen, exchange.origin());
      if (result instanceof LoginResult.Granted granted) {
        LoginCookie.set(exchange.context(), granted.token());
        exchange.seeOther("/");
      } else if (result instanceof LoginResult.Throttled throttled) {
        refusePassword(exchange, words.text("login.later", minutes(throttled.pause())));
      } else {
        refusePassword(exchange, words.text("password.wrong"));
      }
    } catch (WeakPassword e) {
      refusePassword(exchange, words.text("password.weak"));
    }
  }

  private static void refusePassword(Exchange exchange, String problem) {
    exchange.status(HttpStatus.UNPROCESSABLE_CONTENT);
    showPassword(exchange, problem);
  }
}
