package org.rollcall.web.kit;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.ExceptionHandler;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import java.util.concurrent.RejectedExecutionException;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.io.EofException;
import org.rollcall.model.RollcallException;
import org.rollcall.model.TemporaryFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What holds for all replies: the headers that tell browsers what pages may do, and the pages that
 * tell users of failures.
 */
final class Protection {
  private static final Logger LOG = LoggerFactory.getLogger(Protection.class);

  /** Nothing from other sites, and no scripts or styles within pages. */
  private static final String POLICY =
      "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self'; connect-src 'self';"
          + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  private final Site site;

  Protection(Site site) {
    this.site = site;
  }

  void addTo(RoutesConfig routes) {
    routes.before(Protection::addHeaders);
    answer(routes, HttpResponseException.class, Protection::refuse);
    answer(routes, EofException.class, Protection::giveUp);
    answer(routes, HttpException.RuntimeException.class, Protection::refuse);
    answer(routes, RejectedExecutionException.class, this::askForPatience);
    answer(routes, PageProblem.class, this::explain);
    answer(routes, TemporaryFailure.class, this::apologise);
    answer(routes, RollcallException.class, this::explain);
    answer(routes, Exception.class, this::apologise);
    routes.error(HttpStatus.NOT_FOUND, this::showMissing);
  }

  /** Replies to failures, unless there is nobody left to reply to. */
  private static <E extends Exception> void answer(
      RoutesConfig routes, Class<E> kind, ExceptionHandler<E> reply) {
    routes.exception(
        kind,
        (failure, context) -> {
          if (ConnectionGone.isBehind(context)) {
            ConnectionGone.log();
            context.skipRemainingHandlers();
          } else {
            reply.handle(failure, context);
          }
        });
  }

  private static void addHeaders(Context context) {
    context.header("Content-Security-Policy", POLICY);
    context.header("X-Content-Type-Options", "nosniff");
    context.header("X-Frame-Options", "DENY");
    context.header("Permissions-Policy", "camera=(self), microphone=(), geolocation=()");
    context.header("Referrer-Policy", "same-origin");
    context.header("Cross-Origin-Opener-Policy", "same-origin");
    context.header("Cross-Origin-Resource-Policy", "same-origin");
    if (context.scheme().equals("https")) {
      context.header("Strict-Transport-Security", "max-age=31536000");
    }
  }

  private static void refuse(HttpResponseException refusal, Context context) {
    context.status(refusal.getStatus());
    context.result(refusal.getMessage());
  }

  /** What was sent is not HTTP. One line in the log: anybody can send it. */
  private static void refuse(HttpException.RuntimeException refusal, Context context) {
    LOG.info("A request was malformed: {}", refusal.getMessage());
    context.status(refusal.getCode());
  }

  /** All threads for requests of this kind are busy, and many wait already. */
  private void askForPatience(RejectedExecutionException busy, Context context) {
    LOG.warn("A request was refused: too many others are under way");
    context.header("Retry-After", "10");
    Exchange exchange = site.anonymous(context);
    exchange.showProblem(HttpStatus.SERVICE_UNAVAILABLE, exchange.words().text("problem.busy"));
  }

  /** The browser has gone, or what it sent is not HTTP: nothing is wrong here. */
  private static void giveUp(EofException end, Context context) {
    LOG.debug("A request was cut off", end);
    context.status(HttpStatus.BAD_REQUEST);
  }

  private void explain(PageProblem problem, Context context) {
    if (problem.status() == HttpStatus.NOT_FOUND) {
      // Left to the page below, as addresses that do not exist.
      context.status(HttpStatus.NOT_FOUND);
      return;
    }
    Exchange exchange = site.exchange(context);
    exchange.showProblem(problem.status(), problem.text(exchange.words()));
  }

  private void showMissing(Context context) {
    Exchange exchange = site.exchange(context);
    exchange.showProblem(HttpStatus.NOT_FOUND, exchange.words().text("problem.nothing"));
  }

  private void explain(RollcallException problem, Context context) {
    site.exchange(context).showProblem(HttpStatus.UNPROCESSABLE_CONTENT, problem);
  }

  /** The store itself may be what fails, so it is not asked who the user is. */
  private void apologise(TemporaryFailure failure, Context context) {
    LOG.warn("{}", failure.getMessage());
    site.anonymous(context).showProblem(HttpStatus.SERVICE_UNAVAILABLE, failure);
  }

  private void apologise(Exception failure, Context context) {
    LOG.error("Unexpected failure of a page", failure);
    Exchange exchange = site.anonymous(context);
    exchange.showProblem(
        HttpStatus.INTERNAL_SERVER_ERROR, exchange.words().text("problem.unexpected"));
  }
}
