package org.rollcall.web;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.ssl.SslConnection;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.component.AbstractLifeCycle;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * Closes connections on which the head of a request takes too long. Jetty itself only closes silent
 * ones: a byte now and then would hold a connection for hours, and enough of them all connections.
 */
final class HeadDeadline extends AbstractLifeCycle {
  /** A browser sends the head of a request in one piece. */
  private static final Duration LONGEST = Duration.ofSeconds(10);

  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

  private final Server server;
  private Map<Connection, Head> heads = Map.of();

  HeadDeadline(Server server) {
    this.server = server;
  }

  /**
   * What was seen of a connection.
   *
   * @param requests how many heads were complete
   * @param bytes how many bytes had arrived when the latest request was dealt with
   * @param since when the next head started, as {@link System#nanoTime} tells it
   */
  private record Head(long requests, long bytes, long since) {
    static Head first(Connection connection) {
      long age = System.currentTimeMillis() - connection.getCreatedTimeStamp();
      return new Head(0, 0, System.nanoTime() - TimeUnit.MILLISECONDS.toNanos(age));
    }

    Head next(Connection connection) {
      long complete = connection.getMessagesIn();
      boolean answering = complete != connection.getMessagesOut();
      boolean none = complete > 0 && connection.getBytesIn() == bytes;
      return complete != requests || answering || none
          ? new Head(complete, connection.getBytesIn(), System.nanoTime())
          : this;
    }

    boolean isLate() {
      return System.nanoTime() - since > LONGEST.toNanos();
    }
  }

  @Override
  protected void doStart() {
    lookLater();
  }

  private void lookLater() {
    Scheduler scheduler = server.getScheduler();
    scheduler.schedule(this::look, BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void look() {
    Map<Connection, Head> next = new HashMap<>();
    for (Connector connector : server.getConnectors()) {
      look(connector.getConnectedEndPoints(), next);
    }
    heads = next;
    if (isStarted()) {
      lookLater();
    }
  }

  private void look(Collection<EndPoint> endPoints, Map<Connection, Head> next) {
    for (EndPoint endPoint : endPoints) {
      Connection connection = requests(endPoint.getConnection());
      if (connection != null) {
        next.put(connection, head(connection));
        closeIfLate(endPoint, next.get(connection));
      }
    }
  }

  private Head head(Connection connection) {
    Head known = heads.get(connection);
    return (known == null ? Head.first(connection) : known).next(connection);
  }

  private static void closeIfLate(EndPoint endPoint, Head head) {
    if (head.isLate()) {
      endPoint.close();
    }
  }

  /** {@return the connection on which requests arrive, encrypted or not} */
  private static Connection requests(Connection connection) {
    return connection instanceof SslConnection tls
        ? tls.getSslEndPoint().getConnection()
        : connection;
  }
}
