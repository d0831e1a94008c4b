package org.rollcall.mail;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.Map;

/** Renders mails as HTML. Thread-safe. */
final class HtmlText {
  private static final TemplateEngine TEMPLATES =
      TemplateEngine.createPrecompiled(
          null, ContentType.Html, HtmlText.class.getClassLoader(), HtmlText.class.getPackageName());

  private HtmlText() {}

  static String of(MailBody body) {
    StringOutput html = new StringOutput();
    TEMPLATES.render("mail.jte", Map.of("body", body), html);
    return html.toString();
  }
}
