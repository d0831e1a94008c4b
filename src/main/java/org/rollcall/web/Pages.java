package org.rollcall.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.rollcall.access.Principal;

/** Makes pages of templates, which escape whatever they show. For any number of threads. */
final class Pages {
  private final TemplateEngine templates =
      TemplateEngine.createPrecompiled(
          null, ContentType.Html, Pages.class.getClassLoader(), Pages.class.getPackageName());

  Pages() {
    templates.setTrimControlStructures(true);
  }

  /**
   * Answers with a page.
   *
   * @param template its name, without suffix
   * @param title of the page, in words
   * @param content what else the template wants, by name
   */
  void show(
      Context context,
      Optional<Principal> visitor,
      String template,
      String title,
      Map<String, Object> content) {
    Map<String, Object> all = new HashMap<>(content);
    all.put("frame", new Frame(Words.of(context), title, visitor));
    context.header("Cache-Control", "no-store");
    context.contentType("text/html; charset=utf-8");
    context.result(part(template, all));
  }

  /** {@return a part of a page} */
  String part(String template, Map<String, Object> content) {
    StringOutput html = new StringOutput();
    templates.render(template + ".jte", content, html);
    return html.toString();
  }

  /** Answers with a page that says what is wrong. */
  void showProblem(
      Context context, Optional<Principal> visitor, HttpStatus status, String message) {
    context.status(status);
    show(
        context,
        visitor,
        "problem",
        Words.of(context).text("problem.title"),
        Map.of("message", message));
  }
}
