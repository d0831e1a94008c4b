-- Marks are counted over a year and more. These two hold all that the counting needs, so that no
-- row with a picture is read; the second one does what the index did that it replaces.
CREATE INDEX verdict_marks ON verdict (lesson_id, position, student_id, status, seen);
CREATE INDEX verdict_marks_by_student ON verdict (class_name, student_id, lesson_id, status, seen);
DROP INDEX verdict_by_student;

-- Class registers that do not show all that is known yet, and why.
CREATE TABLE register_due (
  class_name TEXT PRIMARY KEY,
  reason     TEXT NOT NULL,
  since      BIGINT NOT NULL
);
