package org.rollcall.web.kit;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.time.ZoneId;
import java.util.Map;

/** Renders templates, which escape whatever they show. For any number of threads. */
final class Pages {
  /** Templates are compiled into the packages of their areas, so that they see what is theirs. */
  private static final String PACKAGE = "org.rollcall.web";

  private final TemplateEngine templates =
      TemplateEngine.createPrecompiled(
          null, ContentType.Html, Pages.class.getClassLoader(), PACKAGE);
  private final ZoneId zone;

  /**
   * Makes the templates available.
   *
   * @param zone the school's time zone
   */
  Pages(ZoneId zone) {
    this.zone = zone;
    templates.setTrimControlStructures(true);
  }

  ZoneId zone() {
    return zone;
  }

  String render(String template, Map<String, Object> content) {
    StringOutput html = new StringOutput();
    templates.render(template + ".jte", content, html);
    return html.toString();
  }
}
