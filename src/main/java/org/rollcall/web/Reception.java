package org.rollcall.web;

import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Invocable;
import org.rollcall.web.kit.Lanes;

/**
 * Hands each request to the threads of its lane. It never waits itself, so the server's own threads
 * are always free to receive.
 */
final class Reception extends Handler.Wrapper {
  private static final Set<String> MONITORED = Set.of("/health", "/metrics");

  /** In seconds. */
  private static final int TRY_AGAIN = 5;

  private final Lanes lanes;

  Reception(Lanes lanes, Handler next) {
    super(next);
    this.lanes = lanes;
  }

  @Override
  public Invocable.InvocationType getInvocationType() {
    return Invocable.InvocationType.NON_BLOCKING;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    boolean monitored = MONITORED.contains(Request.getPathInContext(request));
    Executor lane = monitored ? lanes.monitors() : lanes.pages();
    try {
      lane.execute(() -> pass(request, response, callback));
    } catch (RejectedExecutionException e) {
      response.getHeaders().put(HttpHeader.RETRY_AFTER, TRY_AGAIN);
      Response.writeError(request, response, callback, HttpStatus.SERVICE_UNAVAILABLE_503);
    }
    return true;
  }

  private void pass(Request request, Response response, Callback callback) {
    try {
      if (!super.handle(request, response, callback)) {
        Response.writeError(request, response, callback, HttpStatus.NOT_FOUND_404);
      }
    } catch (Exception e) {
      Response.writeError(request, response, callback, e);
    }
  }
}
