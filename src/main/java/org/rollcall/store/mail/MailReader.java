package org.rollcall.store.mail;

import java.time.Instant;
import org.jdbi.v3.core.result.RowView;
import org.rollcall.store.db.Columns;
import org.rollcall.store.mail.Mail.MailState;
import org.rollcall.store.mail.Mail.MailTopic;

/** Assembles mails from their table. */
final class MailReader {
  static final String SELECT =
      """
      SELECT mail.*, lesson_date, lesson_start
      FROM mail LEFT JOIN lesson ON lesson.id = mail.lesson_id\
      """;

  private MailReader() {}

  static Mail.Tracked tracked(RowView row) {
    return new Mail.Tracked(
        mail(row),
        new Mail.MailCount(
            row.getColumn("state", MailState.class),
            row.getColumn("attempts", Integer.class),
            row.getColumn("next_try", Instant.class),
            row.getColumn("reason", String.class),
            row.getColumn("created", Instant.class),
            Columns.optional(row, "sent", Instant.class)));
  }

  static Mail.MailClaim claim(RowView row) {
    return new Mail.MailClaim(
        mail(row),
        row.getColumn("token", String.class),
        row.getColumn("attempts", Integer.class),
        row.getColumn("since", Instant.class));
  }

  private static Mail mail(RowView row) {
    return new Mail(
        row.getColumn("mail_key", String.class),
        row.getColumn("kind", MailTopic.class),
        row.getColumn("recipient", String.class),
        new Mail.Topic(
            Columns.optional(row, "class_name", String.class),
            Columns.optional(row, "lesson_id", String.class).map(id -> Columns.lesson(row)),
            Columns.optional(row, "student_id", String.class),
            row.getColumn("note", String.class)));
  }
}
