-- What the sheet of a lesson showed when it was last read or written: whatever differs from it was
-- typed since. Sheets of earlier versions have no row here until they are read or written again.
ALTER TABLE lesson ADD COLUMN sheet_sha256 TEXT;
ALTER TABLE lesson ADD COLUMN sheet_version TEXT;
ALTER TABLE lesson ADD COLUMN sheet_known BIGINT;

-- The values beside the sheet as Rollcall wrote them, to notice when a person has changed them.
ALTER TABLE lesson ADD COLUMN values_sha256 TEXT;

-- When a sheet that could not be read was last modified, so that it is not tried again every minute.
ALTER TABLE lesson ADD COLUMN sheet_unreadable BIGINT;

CREATE TABLE sheet_row (
  lesson_id  TEXT NOT NULL REFERENCES lesson (id) ON DELETE CASCADE,
  class_name TEXT NOT NULL,
  student_id TEXT NOT NULL,
  status     TEXT,
  remark     TEXT NOT NULL,
  PRIMARY KEY (lesson_id, student_id),
  FOREIGN KEY (class_name, student_id) REFERENCES student (class_name, id) ON DELETE CASCADE
);
CREATE INDEX sheet_row_by_student ON sheet_row (class_name, student_id);

-- Copies beside the sheet, and when they were last modified before they were read.
CREATE TABLE sheet_copy (
  lesson_id TEXT NOT NULL REFERENCES lesson (id) ON DELETE CASCADE,
  file      TEXT NOT NULL,
  modified  BIGINT NOT NULL,
  PRIMARY KEY (lesson_id, file)
);

-- What people typed into the sheet or its copies and could not be taken.
CREATE TABLE sheet_problem (
  lesson_id   TEXT NOT NULL REFERENCES lesson (id) ON DELETE CASCADE,
  file        TEXT NOT NULL,
  position    INTEGER NOT NULL,
  cell        TEXT NOT NULL,
  typed       TEXT NOT NULL,
  reason      TEXT NOT NULL,
  reason_code TEXT,
  PRIMARY KEY (lesson_id, file, position)
);
