package org.rollcall.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.rollcall.access.Authenticator;
import org.rollcall.access.Passwords;
import org.rollcall.access.Principal;

/** Logging in and out, and changing the password. */
final class LoginRoutes implements Routes {
  private final Authenticator authenticator;
  private final Door door;
  private final Pages pages;

  LoginRoutes(Authenticator authenticator, Door door, Pages pages) {
    this.authenticator = authenticator;
    this.door = door;
    this.pages = pages;
  }

  @Override
  public void addTo(RoutesConfig server) {
    server.get(Door.LOGIN, context -> showLogin(context, ""));
    server.post(Door.LOGIN, this::login);
    door.post(server, Door.LOGOUT, this::logout);
    door.post(server, Door.LOGOUT + "/everywhere", this::logoutEverywhere);
    door.get(server, Door.PASSWORD, (context, visitor) -> showPassword(context, visitor, ""));
    door.post(server, Door.PASSWORD, this::changePassword);
  }

  private void showLogin(Context context, String problem) {
    pages.show(
        context,
        Optional.empty(),
        "login",
        Words.of(context).text("login.title"),
        Map.of(
            "problem",
            problem,
            "name",
            parameter(context.formParam("name")),
            "target",
            target(context)));
  }

  private void login(Context context) {
    Words words = Words.of(context);
    Authenticator.Result answer =
        authenticator.login(
            parameter(context.formParam("name")),
            parameter(context.formParam("password")),
            context.ip());
    if (answer instanceof Authenticator.Result.Granted granted) {
      door.remember(context, granted.token());
      context.redirect(target(context), HttpStatus.SEE_OTHER);
    } else if (answer instanceof Authenticator.Result.Throttled throttled) {
      context.status(HttpStatus.TOO_MANY_REQUESTS);
      showLogin(context, words.text("login.later", minutes(throttled.pause())));
    } else {
      context.status(HttpStatus.UNAUTHORIZED);
      showLogin(context, words.text("login.wrong"));
    }
  }

  private static long minutes(Duration pause) {
    return pause.plusSeconds(59).toMinutes();
  }

  /** {@return the page that was asked for before, never one elsewhere} */
  private static String target(Context context) {
    String to =
        Optional.ofNullable(context.formParam("to"))
            .or(() -> Optional.ofNullable(context.queryParam("to")))
            .orElse("/");
    boolean ours = to.startsWith("/") && !to.startsWith("//") && !to.contains("\\");
    return ours && !to.startsWith(Door.LOGIN) ? to : "/";
  }

  private void logout(Context context, Principal visitor) {
    door.token(context).ifPresent(token -> authenticator.logout(visitor, token, context.ip()));
    leave(context);
  }

  private void logoutEverywhere(Context context, Principal visitor) {
    authenticator.logoutEverywhere(visitor, context.ip());
    leave(context);
  }

  private void leave(Context context) {
    door.forget(context);
    context.redirect(Door.LOGIN, HttpStatus.SEE_OTHER);
  }

  private void showPassword(Context context, Principal visitor, String problem) {
    pages.show(
        context,
        Optional.of(visitor),
        "password",
        Words.of(context).text("password.title"),
        Map.of("problem", problem, "first", visitor.account().mustChangePassword()));
  }

  private void changePassword(Context context, Principal visitor) {
    Words words = Words.of(context);
    String chosen = parameter(context.formParam("new"));
    if (!chosen.equals(context.formParam("again"))) {
      refusePassword(context, visitor, words.text("password.differ"));
      return;
    }
    try {
      Authenticator.Result answer =
          authenticator.changePassword(
              visitor, parameter(context.formParam("old")), chosen, context.ip());
      if (answer instanceof Authenticator.Result.Granted granted) {
        door.remember(context, granted.token());
        context.redirect("/", HttpStatus.SEE_OTHER);
      } else if (answer instanceof Authenticator.Result.Throttled throttled) {
        refusePassword(context, visitor, words.text("login.later", minutes(throttled.pause())));
      } else {
        refusePassword(context, visitor, words.text("password.wrong"));
      }
    } catch (Passwords.TooWeak e) {
      refusePassword(context, visitor, words.text("password.weak"));
    }
  }

  private void refusePassword(Context context, Principal visitor, String problem) {
    context.status(HttpStatus.UNPROCESSABLE_CONTENT);
    showPassword(context, visitor, problem);
  }

  private static String parameter(String value) {
    return Optional.ofNullable(value).orElse("");
  }
}
