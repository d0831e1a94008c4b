package org.rollcall.web.kit;

import io.javalin.http.Context;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.io.EndPoint;

/** The browser has hung up: there is nobody to reply to. */
final class ConnectionGone extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private ConnectionGone(Throwable cause) {
    super(cause);
  }

  /** {@return the connection of a request whose body has not been read yet} */
  static EndPoint connection(Context context) {
    return ServletContextRequest.getServletContextRequest(context.req())
        .getConnectionMetaData()
        .getConnection()
        .getEndPoint();
  }

  /**
   * Says why a body cannot be read: without a connection, or because what comes is not HTTP.
   *
   * @param failure what has happened when it was read
   */
  static RuntimeException orMalformed(EndPoint connection, Throwable failure) {
    return connection.isOpen() && !connection.isInputShutdown()
        ? PageProblem.badQuery("problem.malformed")
        : new ConnectionGone(failure);
  }

  /**
   * Leaves the reply to the server, which ends the request itself, if the connection has gone
   * before the work was done.
   *
   * @return the result of the work; never done if the connection has gone
   */
  static CompletableFuture<Void> ignore(Context context, CompletableFuture<Void> work) {
    return work.handle((done, failure) -> failure)
        .thenCompose(
            failure -> {
              Throwable cause =
                  failure instanceof CompletionException ? failure.getCause() : failure;
              if (cause instanceof ConnectionGone || isOver(context)) {
                return new CompletableFuture<>();
              }
              return cause == null
                  ? CompletableFuture.completedFuture(null)
                  : CompletableFuture.failedFuture(cause);
            });
  }

  private static boolean isOver(Context context) {
    return ServletContextRequest.getServletContextRequest(context.req()) == null;
  }
}
