package org.rollcall.web.monitor;

import io.javalin.http.HttpStatus;
import io.prometheus.metrics.expositionformats.ExpositionFormatWriter;
import io.prometheus.metrics.expositionformats.OpenMetricsTextFormatWriter;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.rollcall.web.kit.CachedProbe;
import org.rollcall.web.kit.Exchange;
import org.rollcall.web.kit.Router;
import org.rollcall.web.kit.Routes;
import org.rollcall.web.kit.ServiceHealth;

/** {@code /metrics}: numbers for Prometheus, in its text format or that of OpenMetrics. */
final class MetricsRoutes implements Routes {
  private final CachedProbe<ServiceHealth> health;
  private final ExpositionFormatWriter prometheus = PrometheusTextFormatWriter.create();
  private final ExpositionFormatWriter openMetrics = OpenMetricsTextFormatWriter.create();

  MetricsRoutes(CachedProbe<ServiceHealth> health) {
    this.health = health;
  }

  @Override
  public void addTo(Router router) {
    router.everybody().get("/metrics", this::report);
  }

  private void report(Exchange exchange) {
    Optional<ServiceHealth> now = health.get();
    if (now.isEmpty()) {
      exchange.status(HttpStatus.SERVICE_UNAVAILABLE);
      return;
    }
    ExpositionFormatWriter writer =
        openMetrics.accepts(exchange.header("Accept")) ? openMetrics : prometheus;
    exchange.send(writer.getContentType(), text(writer, now.get()));
  }

  private static byte[] text(ExpositionFormatWriter writer, ServiceHealth health) {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    try {
      writer.write(text, Metrics.of(health));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toByteArray();
  }
}
