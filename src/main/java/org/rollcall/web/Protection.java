package org.rollcall.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import java.util.Optional;
import org.eclipse.jetty.io.EofException;
import org.rollcall.access.Principal;
import org.rollcall.model.RollcallException;
import org.rollcall.model.TemporaryFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What holds for all answers: what browsers may do with them, and what people read of failures. */
final class Protection implements Routes {
  private static final Logger LOG = LoggerFactory.getLogger(Protection.class);

  /** Nothing from elsewhere, nothing written into a page. */
  private static final String POLICY =
      "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self'; connect-src 'self';"
          + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  private final Door door;
  private final Pages pages;

  Protection(Door door, Pages pages) {
    this.door = door;
    this.pages = pages;
  }

  @Override
  public void addTo(RoutesConfig server) {
    server.before(Protection::addHeaders);
    server.exception(HttpResponseException.class, this::refused);
    server.exception(UnusableQuery.class, this::unusable);
    server.exception(TemporaryFailure.class, this::troubled);
    server.exception(RollcallException.class, this::unusable);
    server.exception(EofException.class, Protection::brokenOff);
    server.exception(Exception.class, this::failed);
    server.error(HttpStatus.NOT_FOUND, this::showMissing);
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

  private void refused(HttpResponseException refusal, Context context) {
    context.status(refusal.getStatus());
    context.result(refusal.getMessage());
  }

  private void unusable(RollcallException problem, Context context) {
    pages.showProblem(
        context, door.visitor(context), HttpStatus.UNPROCESSABLE_CONTENT, problem.getMessage());
  }

  private void unusable(UnusableQuery query, Context context) {
    pages.showProblem(
        context, door.visitor(context), HttpStatus.BAD_REQUEST, query.text(Words.of(context)));
  }

  private void troubled(TemporaryFailure trouble, Context context) {
    LOG.warn("{}", trouble.getMessage());
    pages.showProblem(
        context, Optional.empty(), HttpStatus.SERVICE_UNAVAILABLE, trouble.getMessage());
  }

  /** The browser went away, or what it sent does not keep to HTTP: nothing is wrong here. */
  private static void brokenOff(EofException end, Context context) {
    LOG.debug("A request broke off", end);
    context.status(HttpStatus.BAD_REQUEST);
  }

  private void failed(Exception failure, Context context) {
    LOG.error("Unexpected failure of the page", failure);
    pages.showProblem(
        context,
        Optional.empty(),
        HttpStatus.INTERNAL_SERVER_ERROR,
        Words.of(context).text("problem.unexpected"));
  }

  /**
   * Whatever answers with that status: what is not there looks like what is not for the visitor.
   */
  private void showMissing(Context context) {
    Optional<Principal> visitor = door.visitor(context);
    pages.showProblem(
        context, visitor, HttpStatus.NOT_FOUND, Words.of(context).text("problem.nothing"));
  }
}
