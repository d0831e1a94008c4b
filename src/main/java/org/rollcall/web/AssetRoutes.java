package org.rollcall.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;

/** What pages are made of besides their text. For everybody: the page of the login needs it. */
final class AssetRoutes implements Routes {
  private static final Map<String, String> TYPES =
      Map.of(
          "rollcall.css", "text/css; charset=utf-8",
          "attendance.js", "text/javascript; charset=utf-8",
          "progress.js", "text/javascript; charset=utf-8",
          "enrolled.js", "text/javascript; charset=utf-8",
          "live.js", "text/javascript; charset=utf-8",
          "icon.svg", "image/svg+xml");

  @Override
  public void addTo(RoutesConfig server) {
    TYPES.forEach(
        (name, type) -> {
          byte[] content = read("assets/" + name);
          server.get("/assets/" + name, context -> show(context, type, content));
        });
  }

  private static void show(Context context, String type, byte[] content) {
    context.header("Cache-Control", "public, max-age=3600");
    context.contentType(type);
    context.result(content);
  }

  private static byte[] read(String name) {
    try (InputStream in = AssetRoutes.class.getResourceAsStream(name)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
