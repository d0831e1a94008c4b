-- Mails that were asked for. What they are about is read when they are sent, so that nothing of a
-- student stands here but the id.
CREATE TABLE mail (
  mail_key   TEXT PRIMARY KEY,
  kind       TEXT NOT NULL CHECK (kind IN ('SHEET', 'WEEKLY', 'WARNING', 'ALARM')),
  recipient  TEXT NOT NULL,
  class_name TEXT,
  lesson_id  TEXT REFERENCES lesson (id) ON DELETE CASCADE,
  student_id TEXT,
  note       TEXT NOT NULL,
  state      TEXT NOT NULL CHECK (state IN ('WAITING', 'SENT', 'GIVEN_UP')),
  attempts   INTEGER NOT NULL,
  next_try   BIGINT NOT NULL,
  reason     TEXT NOT NULL,
  created    BIGINT NOT NULL,
  since      BIGINT NOT NULL,
  sent       BIGINT,
  token      TEXT,
  expires    BIGINT,
  FOREIGN KEY (class_name, student_id) REFERENCES student (class_name, id) ON DELETE CASCADE
);
CREATE INDEX mail_by_state ON mail (state, next_try);
CREATE INDEX mail_by_lesson ON mail (lesson_id);
CREATE INDEX mail_by_student ON mail (class_name, student_id);
CREATE INDEX mail_by_created ON mail (created);

-- Where somebody who has an account wants mails.
CREATE TABLE account_mail (
  account TEXT PRIMARY KEY REFERENCES account (name) ON DELETE CASCADE,
  address TEXT NOT NULL
);

-- Which mails that are; an empty class stands for all that the account may see.
CREATE TABLE account_mail_kind (
  account    TEXT NOT NULL REFERENCES account_mail (account) ON DELETE CASCADE,
  kind       TEXT NOT NULL CHECK (kind IN ('SHEET', 'WEEKLY', 'WARNING')),
  class_name TEXT NOT NULL,
  since      BIGINT NOT NULL,
  PRIMARY KEY (account, kind, class_name)
);

-- Which lessons have news to be mailed.
CREATE INDEX register_by_processed ON register (processed);
