package org.rollcall.web.kit;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.ByteArrayOutputStream;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.content.ContentSourceCompletableFuture;
import org.eclipse.jetty.util.thread.Invocable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The body of a small request, read into memory, never more than allowed. No thread waits for slow
 * senders.
 */
final class SmallBody extends ContentSourceCompletableFuture<Optional<byte[]>> {
  private static final Logger LOG = LoggerFactory.getLogger(SmallBody.class);

  /** Time for the whole body, however steadily it trickles; less than a silent one has. */
  private static final int MOST_SECONDS = 20;

  private final int most;
  private final ByteArrayOutputStream body = new ByteArrayOutputStream();

  private SmallBody(Content.Source source, BodyLimit limit) {
    super(source, Invocable.InvocationType.BLOCKING);
    this.most = limit.bytes();
  }

  /** {@return the body once it is complete; empty as soon as it is too large} */
  @Override
  protected Optional<byte[]> parse(Content.Chunk chunk) {
    byte[] part = new byte[chunk.remaining()];
    chunk.get(part, 0, part.length);
    body.writeBytes(part);
    if (body.size() > most) {
      return Optional.empty();
    }
    return chunk.isLast() ? Optional.of(body.toByteArray()) : null;
  }

  /**
   * Refuses a request by its head.
   *
   * @throws PageProblem if it carries files, or is larger than allowed
   */
  static void requireAcceptable(Context context, BodyLimit limit) {
    if (isMultipart(context)) {
      throw new PageProblem(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "problem.malformed");
    }
    if (context.req().getContentLengthLong() > limit.bytes()) {
      throw new PageProblem(HttpStatus.CONTENT_TOO_LARGE, "problem.toolarge");
    }
  }

  static boolean isMultipart(Context context) {
    return mediaType(context).startsWith("multipart/");
  }

  static boolean isForm(Context context) {
    return mediaType(context).startsWith("application/x-www-form-urlencoded");
  }

  private static String mediaType(Context context) {
    return Optional.ofNullable(context.req().getContentType())
        .orElse("")
        .strip()
        .toLowerCase(Locale.ROOT);
  }

  /**
   * Reads a body.
   *
   * @return the body, which fails with a {@link PageProblem} if it is larger than allowed, does not
   *     arrive in time or is malformed, and with {@link ConnectionGone} if it breaks off
   */
  static CompletableFuture<byte[]> read(Context context, BodyLimit limit) {
    SmallBody body =
        new SmallBody(ServletContextRequest.getServletContextRequest(context.req()), limit);
    EndPoint connection = ConnectionGone.connection(context);
    body.parse();
    return body.orTimeout(MOST_SECONDS, TimeUnit.SECONDS)
        .handle(
            (complete, failure) -> {
              if (failure != null) {
                throw refusal(failure, connection);
              }
              return complete.orElseThrow(
                  () -> new PageProblem(HttpStatus.CONTENT_TOO_LARGE, "problem.toolarge"));
            });
  }

  private static RuntimeException refusal(Throwable failure, EndPoint connection) {
    // One line: whoever sends broken requests must not fill the log.
    LOG.info("A request was not read to its end: {}", failure.toString());
    return failure instanceof TimeoutException
        ? new PageProblem(HttpStatus.REQUEST_TIMEOUT, "problem.slow")
        : ConnectionGone.orMalformed(connection, failure);
  }
}
