package org.rollcall.web.kit;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.function.Predicate;
import org.rollcall.access.Principal;

/**
 * Adds addresses and guards them: nobody reaches one without a login, nor a class that he or she
 * may not see, and no form is accepted that another site has made. Whoever is not admitted is told
 * that there is nothing.
 */
public final class RouteGuard {
  private static final String FORM_TOKEN = "formToken";

  /** Where scripts send the token, so that it can be checked before the body is read. */
  private static final String FORM_TOKEN_HEADER = "X-Form-Token";

  private final RoutesConfig routes;
  private final Site site;
  private final Optional<Predicate<Exchange>> admitted;

  /** Handles the requests to an address. */
  @FunctionalInterface
  public interface Handler {
    /**
     * Handles a request.
     *
     * @param exchange the request, and the reply to it
     */
    void handle(Exchange exchange);
  }

  /** Admits everybody, without a login. */
  RouteGuard(RoutesConfig routes, Site site) {
    this.routes = routes;
    this.site = site;
    this.admitted = Optional.empty();
  }

  /**
   * Guards routes.
   *
   * @param admitted which users are admitted
   */
  RouteGuard(RoutesConfig routes, Site site, Predicate<Exchange> admitted) {
    this.routes = routes;
    this.site = site;
    this.admitted = Optional.of(admitted);
  }

  /**
   * Adds an address to read.
   *
   * @param path the path, with parameters in braces
   * @param handler replies to requests
   * @return the same guard
   */
  public RouteGuard get(String path, Handler handler) {
    return add(HandlerType.GET, path, handler);
  }

  /**
   * Adds an address to which forms and scripts send something.
   *
   * @param path the path, with parameters in braces
   * @param handler takes it and replies
   * @return the same guard
   */
  public RouteGuard post(String path, Handler handler) {
    return add(HandlerType.POST, path, handler);
  }

  private RouteGuard add(HandlerType method, String path, Handler handler) {
    if (admitted.isEmpty()) {
      routes.addHttpHandler(method, path, context -> handler.handle(site.anonymous(context)));
    } else {
      routes.addHttpHandler(method, path, context -> admit(context, handler));
    }
    return this;
  }

  private void admit(Context context, Handler handler) {
    Exchange exchange = site.exchange(context);
    if (!exchange.isLoggedIn()) {
      sendToLogin(exchange);
      return;
    }
    Principal principal = exchange.principal();
    if (exchange.isPost() && !isOwnForm(context, principal)) {
      throw new PageProblem(HttpStatus.FORBIDDEN, "problem.form");
    }
    if (principal.account().mustChangePassword() && !isAboutLogin(context)) {
      exchange.seeOther(Addresses.PASSWORD);
    } else if (!maySee(exchange) || !admitted.orElseThrow().test(exchange)) {
      // Not even whether the class exists is told.
      throw PageProblem.missing();
    } else {
      handler.handle(exchange);
    }
  }

  private static boolean maySee(Exchange exchange) {
    return exchange.namedClass().map(exchange.principal()::maySee).orElse(true);
  }

  private static boolean isAboutLogin(Context context) {
    return context.path().equals(Addresses.PASSWORD) || context.path().startsWith(Addresses.LOGOUT);
  }

  private static boolean isOwnForm(Context context, Principal principal) {
    String token =
        Optional.ofNullable(context.header(FORM_TOKEN_HEADER))
            .or(() -> Optional.ofNullable(context.formParam(FORM_TOKEN)))
            .orElse("");
    return MessageDigest.isEqual(
        token.getBytes(StandardCharsets.UTF_8),
        principal.formToken().getBytes(StandardCharsets.UTF_8));
  }

  private static void sendToLogin(Exchange exchange) {
    String target = exchange.isPost() ? "/" : exchange.path();
    exchange.seeOther(Addresses.LOGIN + "?to=" + Addresses.encoded(target));
  }
}
