package org.rollcall.web.kit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;

/** Styles, scripts and the icon. They are for everybody: the login page needs them. */
final class AssetRoutes implements Routes {
  private static final String FOLDER = "/org/rollcall/web/assets/";
  private static final Map<String, String> MEDIA_TYPES =
      Map.of(
          "rollcall.css", "text/css; charset=utf-8",
          "attendance.js", "text/javascript; charset=utf-8",
          "progress.js", "text/javascript; charset=utf-8",
          "enrolled.js", "text/javascript; charset=utf-8",
          "live.js", "text/javascript; charset=utf-8",
          "icon.svg", "image/svg+xml");

  @Override
  public void addTo(Router router) {
    RouteGuard everybody = router.everybody();
    MEDIA_TYPES.forEach(
        (name, mediaType) -> {
          byte[] content = read(FOLDER + name);
          everybody.get("/assets/" + name, exchange -> exchange.asset(mediaType, content));
        });
  }

  private static byte[] read(String name) {
    try (InputStream in = AssetRoutes.class.getResourceAsStream(name)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
