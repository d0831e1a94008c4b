package org.rollcall.face.pack;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Downloads published files from their public addresses. */
final class PublicSource extends PackSource {
  private static final int OK = 200;
  private static final int TOO_MANY_REQUESTS = 429;
  private static final int SERVER_ERROR = 500;

  /**
   * How long to try.
   *
   * @param connect limit for connecting
   * @param file limit for a whole file
   * @param attempts how often to request a file (≥ 1)
   * @param pause time between two attempts
   */
  record HttpTimeouts(Duration connect, Duration file, int attempts, Duration pause) {
    static final HttpTimeouts DEFAULT =
        new HttpTimeouts(Duration.ofSeconds(15), Duration.ofMinutes(3), 3, Duration.ofSeconds(2));
  }

  private final HttpTimeouts timeouts;
  private final HttpClient client;

  PublicSource() {
    this(HttpTimeouts.DEFAULT);
  }

  PublicSource(HttpTimeouts timeouts) {
    this.timeouts = timeouts;
    this.client =
        HttpClient.newBuilder()
            .connectTimeout(timeouts.connect())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
  }

  @Override
  InputStream open(PublishedPack pack, PackFile file) throws IOException {
    URI address = URI.create(place(pack, file));
    try {
      return new ByteArrayInputStream(fetch(pack, address));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while waiting for " + address);
    }
  }

  @Override
  String place(PublishedPack pack, PackFile file) {
    return pack.address() + file.path();
  }

  private byte[] fetch(PublishedPack pack, URI address) throws InterruptedException {
    for (int attempt = 1; ; attempt++) {
      Optional<byte[]> file = fetch(pack, address, attempt == timeouts.attempts());
      if (file.isPresent()) {
        return file.get();
      }
      Thread.sleep(timeouts.pause().toMillis());
    }
  }

  /** {@return the file; empty if it is worth another attempt, and this is not the last one} */
  private Optional<byte[]> fetch(PublishedPack pack, URI address, boolean last)
      throws InterruptedException {
    try {
      HttpResponse<byte[]> response = get(address);
      if (response.statusCode() == OK) {
        return Optional.of(response.body());
      }
      if (last || !isTransient(response.statusCode())) {
        throw failed(pack, address, "the server answered " + response.statusCode(), null);
      }
    } catch (ExecutionException e) {
      if (last) {
        throw failed(pack, address, "no connection (" + e.getCause() + ")", e);
      }
    } catch (TimeoutException e) {
      if (last) {
        String time = timeouts.file().toSeconds() + " s";
        throw failed(pack, address, "not complete after " + time, e);
      }
    }
    return Optional.empty();
  }

  private HttpResponse<byte[]> get(URI address)
      throws ExecutionException, TimeoutException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(address).timeout(timeouts.file()).build();
    CompletableFuture<HttpResponse<byte[]>> answer =
        client.sendAsync(request, BodyHandlers.ofByteArray());
    try {
      // The timeout of the request covers only the response headers.
      return answer.get(timeouts.file().toMillis(), TimeUnit.MILLISECONDS);
    } finally {
      answer.cancel(true);
    }
  }

  private static boolean isTransient(int status) {
    return status == TOO_MANY_REQUESTS || status >= SERVER_ERROR;
  }

  private static InstallationFailed failed(
      PublishedPack pack, URI address, String reason, Exception cause) {
    return new InstallationFailed(
        "Cannot fetch '%s' for model pack '%s': %s. Without a network, copy the files from another machine and name their folder with '--from DIR', ROLLCALL_MODELS_FROM or 'models.from' in the settings."
            .formatted(address, pack.id(), reason),
        cause);
  }
}
