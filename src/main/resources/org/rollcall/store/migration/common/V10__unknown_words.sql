-- What people said of unknown faces in a lesson. It goes with the register that shows them: another
-- run may see other faces.
CREATE TABLE unknown_word (
  lesson_id  TEXT NOT NULL REFERENCES register (lesson_id) ON DELETE CASCADE,
  number     INTEGER NOT NULL,
  word       TEXT NOT NULL CHECK (word IN ('STUDENT', 'VISITOR', 'NO_FACE')),
  student_id TEXT,
  author     TEXT NOT NULL,
  since      BIGINT NOT NULL,
  PRIMARY KEY (lesson_id, number)
);
