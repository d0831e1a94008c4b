package org.rollcall.web.kit;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Predicate;

/**
 * Adds addresses and guards them: nobody reaches one without a login, nor a class that he or she
 * may not see, and no form is accepted that another site has made. Whoever is not admitted is told
 * that there is nothing.
 *
 * <p>Nothing of a request's body is read before all that is known; then never more than the address
 * is said to take.
 */
public final class RouteGuard {
  static final String FORM_TOKEN = "formToken";

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
    routes.addHttpHandler(
        HandlerType.GET, path, context -> admit(context).ifPresent(handler::handle));
    if (admitted.isPresent()) {
      site.knownPages().add(path);
    }
    return this;
  }

  /**
   * Adds an address to which forms without files are sent.
   *
   * @param path the path, with parameters in braces
   * @param handler takes the form and replies
   * @return the same guard
   */
  public RouteGuard post(String path, Handler handler) {
    return post(path, BodyLimit.FORM, handler);
  }

  /**
   * Adds an address to which forms without files, or the bytes of scripts, are sent.
   *
   * @param path the path, with parameters in braces
   * @param limit how large they may be
   * @param handler takes them and replies
   * @return the same guard
   */
  public RouteGuard post(String path, BodyLimit limit, Handler handler) {
    routes.addHttpHandler(
        HandlerType.POST,
        path,
        context ->
            admitForm(context).ifPresent(exchange -> receive(context, exchange, limit, handler)));
    return this;
  }

  /**
   * Adds an address to which forms with files are sent, of any size. The token of the form must be
   * in the query or in a header, so that it can be checked before the files are read.
   *
   * @param path the path, with parameters in braces
   * @param handler takes the files from {@link Site#uploads()} and replies
   * @return the same guard
   */
  public RouteGuard upload(String path, Handler handler) {
    routes.addHttpHandler(
        HandlerType.POST,
        path,
        context -> admitForm(context).ifPresent(exchange -> upload(context, exchange, handler)));
    return this;
  }

  private Optional<Exchange> admitForm(Context context) {
    site.ownSite().require(context);
    return admit(context);
  }

  /** {@return the exchange; empty if the user has been sent elsewhere} */
  private Optional<Exchange> admit(Context context) {
    PathParameters.require(context.pathParamMap().values());
    if (admitted.isEmpty()) {
      return Optional.of(site.anonymous(context));
    }
    Exchange exchange = site.exchange(context);
    if (!exchange.isLoggedIn()) {
      sendToLogin(exchange);
      return Optional.empty();
    }
    if (exchange.principal().account().mustChangePassword() && !isAboutLogin(context)) {
      exchange.seeOther(Addresses.PASSWORD);
      return Optional.empty();
    }
    if (!maySee(exchange) || !admitted.orElseThrow().test(exchange)) {
      // Not even whether the class exists is told.
      throw PageProblem.missing();
    }
    return Optional.of(exchange);
  }

  private void receive(Context context, Exchange exchange, BodyLimit limit, Handler handler) {
    SmallBody.requireAcceptable(context, limit);
    Executor lane = limit == BodyLimit.LOGIN ? site.lanes().logins() : site.lanes().pages();
    context.future(
        () ->
            ConnectionGone.ignore(
                context,
                () ->
                    SmallBody.read(context, limit)
                        .handleAsync(
                            (body, failure) -> {
                              exchange.receive(received(body, failure));
                              requireOwnForm(exchange, exchange.rawField(FORM_TOKEN));
                              handle(exchange, handler);
                              return null;
                            },
                            lane)));
  }

  private void handle(Exchange exchange, Handler handler) {
    try {
      site.sentForms().handle(exchange, handler);
    } catch (StaleForm e) {
      exchange.showConflict(e.conflict());
    }
  }

  /** Failures are told by the same threads, not by those that read. */
  private static byte[] received(byte[] body, Throwable failure) {
    if (failure == null) {
      return body;
    }
    throw failure instanceof CompletionException wrapped
        ? wrapped
        : new CompletionException(failure);
  }

  private void upload(Context context, Exchange exchange, Handler handler) {
    requireOwnForm(exchange, exchange.query(FORM_TOKEN));
    if (!SmallBody.isMultipart(context)) {
      throw new PageProblem(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "problem.malformed");
    }
    context.future(
        () ->
            ConnectionGone.ignore(
                context,
                () ->
                    CompletableFuture.runAsync(
                        () -> handler.handle(exchange), site.lanes().uploads())));
  }

  private static boolean maySee(Exchange exchange) {
    return exchange.namedClass().map(exchange.principal()::maySee).orElse(true);
  }

  private static boolean isAboutLogin(Context context) {
    return context.path().equals(Addresses.PASSWORD) || context.path().startsWith(Addresses.LOGOUT);
  }

  private void requireOwnForm(Exchange exchange, String field) {
    if (admitted.isEmpty()) {
      return;
    }
    String header = exchange.header(FORM_TOKEN_HEADER);
    String token = header.isEmpty() ? field : header;
    if (!MessageDigest.isEqual(
        token.getBytes(StandardCharsets.UTF_8),
        exchange.principal().formToken().getBytes(StandardCharsets.UTF_8))) {
      throw new PageProblem(HttpStatus.FORBIDDEN, "problem.form");
    }
  }

  private static void sendToLogin(Exchange exchange) {
    String target = exchange.isPost() ? "/" : exchange.path();
    exchange.seeOther(Addresses.LOGIN + "?to=" + Addresses.encoded(target));
  }
}
