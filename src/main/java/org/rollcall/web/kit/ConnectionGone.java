package org.rollcall.web.kit;

import io.javalin.http.Context;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestWrapper;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.eclipse.jetty.ee10.servlet.ServletApiRequest;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.io.EndPoint;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The browser has hung up: there is nobody to reply to. */
final class ConnectionGone extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final Logger LOG = LoggerFactory.getLogger(ConnectionGone.class);

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
   * Whether the server has ended a request and taken back all that belonged to it, as it does when
   * the connection goes: nothing can be asked of it, and no reply be given.
   */
  static boolean isBehind(Context context) {
    ServletRequest request = context.req();
    while (request instanceof ServletRequestWrapper wrapper) {
      request = wrapper.getRequest();
    }
    return request instanceof ServletApiRequest jetty && jetty.getRequest() == null;
  }

  /** Notes it in one line: whoever hangs up again and again must not fill the log. */
  static void log() {
    LOG.info("A browser has hung up before the reply was ready");
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
   * Gives up the reply, and closes the server's end, if the connection has gone before the work was
   * done. The server itself waits for a reply for ever, and takes no more than some connections.
   *
   * @param work started here, so that no end of the request is missed
   * @return the result of the work; never done if the connection has gone
   */
  static CompletableFuture<Void> ignore(Context context, Supplier<CompletableFuture<Void>> work) {
    RequestEnd end = new RequestEnd();
    EndPoint connection = connection(context);
    context.req().getAsyncContext().addListener(end);
    return work.get()
        .handle((done, failure) -> failure)
        .thenCompose(
            failure -> {
              Throwable cause =
                  failure instanceof CompletionException ? failure.getCause() : failure;
              if (cause instanceof ConnectionGone || end.isOver()) {
                log();
                connection.close();
                return new CompletableFuture<>();
              }
              return cause == null
                  ? CompletableFuture.completedFuture(null)
                  : CompletableFuture.failedFuture(cause);
            });
  }

  /** Notes when the server has ended a request: after that nothing can be asked of it. */
  private static final class RequestEnd implements AsyncListener {
    private volatile boolean over;

    boolean isOver() {
      return over;
    }

    @Override
    public void onComplete(AsyncEvent event) {
      over = true;
    }

    @Override
    public void onError(AsyncEvent event) {
      over = true;
    }

    @Override
    public void onTimeout(AsyncEvent event) {
      over = true;
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
      // Only Javalin starts it, and only once.
    }
  }
}
