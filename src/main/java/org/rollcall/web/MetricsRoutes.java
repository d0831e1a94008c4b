package org.rollcall.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.prometheus.metrics.expositionformats.ExpositionFormatWriter;
import io.prometheus.metrics.expositionformats.OpenMetricsTextFormatWriter;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;

/** {@code /metrics}: numbers for Prometheus, in its text format or that of OpenMetrics. */
final class MetricsRoutes implements Routes {
  private final FreshLook<Condition> look;
  private final ExpositionFormatWriter plain = PrometheusTextFormatWriter.create();
  private final ExpositionFormatWriter open = OpenMetricsTextFormatWriter.create();

  MetricsRoutes(FreshLook<Condition> look) {
    this.look = look;
  }

  @Override
  public void addTo(RoutesConfig server) {
    server.get("/metrics", this::metrics);
  }

  private void metrics(Context context) throws IOException {
    Optional<Condition> condition = look.get();
    if (condition.isEmpty()) {
      context.status(HttpStatus.SERVICE_UNAVAILABLE);
      return;
    }
    ExpositionFormatWriter writer = open.accepts(context.header("Accept")) ? open : plain;
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    writer.write(text, Metrics.of(condition.get()));
    context.contentType(writer.getContentType());
    context.result(text.toByteArray());
  }
}
