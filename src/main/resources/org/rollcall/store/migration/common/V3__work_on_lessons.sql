-- The ledger anew. Work is done on lessons: several recordings may show one, and a recording several.

-- What was put into the watched folder, by the hash of its content. A problem is the recording's own:
-- all else it shares with its lessons.
CREATE TABLE noticed (
  sha256   TEXT PRIMARY KEY,
  file     TEXT NOT NULL,
  since    BIGINT NOT NULL,
  problem  TEXT CHECK (problem IN ('WAITING', 'FAILED', 'SET_ASIDE')),
  reason   TEXT NOT NULL,
  crashes  INTEGER NOT NULL,
  begins   TEXT,
  camera   TEXT,
  part     INTEGER,
  length   BIGINT,
  remarks  TEXT NOT NULL
);
CREATE INDEX noticed_by_file ON noticed (file);

-- The work on a lesson. Whoever has claimed it holds the token, and loses the claim when it expires.
CREATE TABLE work (
  lesson_id    TEXT PRIMARY KEY,
  class_name   TEXT NOT NULL,
  lesson_date  TEXT NOT NULL,
  lesson_start TEXT NOT NULL,
  state        TEXT NOT NULL CHECK (state IN
    ('WAITING', 'CLAIMED', 'RUNNING', 'DONE', 'PARTIAL', 'FAILED', 'SET_ASIDE')),
  attempts     INTEGER NOT NULL,
  lost         INTEGER NOT NULL,
  reason       TEXT NOT NULL,
  since        BIGINT NOT NULL,
  finished     BIGINT,
  not_before   BIGINT NOT NULL,
  again        INTEGER NOT NULL,
  owner        TEXT,
  token        TEXT,
  expires      BIGINT
);
CREATE INDEX work_by_state ON work (state, not_before);

-- Which stretch of a recording belongs to which lesson; to its end where there is no end.
CREATE TABLE stretch (
  sha256     TEXT NOT NULL REFERENCES noticed (sha256) ON DELETE CASCADE,
  lesson_id  TEXT NOT NULL REFERENCES work (lesson_id) ON DELETE CASCADE,
  starts     BIGINT NOT NULL,
  ends       BIGINT,
  PRIMARY KEY (sha256, lesson_id)
);
CREATE INDEX stretch_by_lesson ON stretch (lesson_id);

INSERT INTO noticed (sha256, file, since, problem, reason, crashes, remarks)
  SELECT sha256, file, since,
    CASE WHEN class_name IS NULL OR state = 'FAILED' THEN 'FAILED' END,
    reason, 0, ''
  FROM recording;
INSERT INTO work (lesson_id, class_name, lesson_date, lesson_start, state, attempts, lost, reason,
    since, finished, not_before, again)
  SELECT class_name || '_' || lesson_date || '_' || REPLACE(SUBSTR(lesson_start, 1, 5), ':', ''),
    class_name, lesson_date, lesson_start,
    CASE state WHEN 'RUNNING' THEN 'WAITING' ELSE state END,
    attempts, 0, reason, since, finished, 0, 0
  FROM (
    SELECT recording.*, ROW_NUMBER() OVER (
      PARTITION BY class_name, lesson_date, lesson_start
      ORDER BY CASE state WHEN 'DONE' THEN 1 WHEN 'PARTIAL' THEN 2 WHEN 'FAILED' THEN 4 ELSE 3 END,
        sha256) AS place
    FROM recording WHERE class_name IS NOT NULL) AS placed
  WHERE place = 1;
INSERT INTO stretch (sha256, lesson_id, starts)
  SELECT sha256,
    class_name || '_' || lesson_date || '_' || REPLACE(SUBSTR(lesson_start, 1, 5), ':', ''), 0
  FROM recording WHERE class_name IS NOT NULL AND state <> 'FAILED';
DROP TABLE recording;
ALTER TABLE noticed RENAME TO recording;

-- What one program at a time may do for a class: enrol it, number its unknown persons, write its register.
CREATE TABLE lease (
  name    TEXT PRIMARY KEY,
  owner   TEXT NOT NULL,
  expires BIGINT NOT NULL
);

-- Sheets that could not be written, for instance because they were open, though their lesson is done.
CREATE TABLE pending_sheet (
  lesson_id TEXT PRIMARY KEY REFERENCES lesson (id) ON DELETE CASCADE,
  reason    TEXT NOT NULL,
  since     BIGINT NOT NULL
);

-- When the recording of a lesson really began, where that is not the begin in its key.
ALTER TABLE register ADD COLUMN begins TEXT;

-- Where a recording lies in its lesson.
ALTER TABLE footage ADD COLUMN begins BIGINT NOT NULL DEFAULT 0;
ALTER TABLE footage ADD COLUMN camera TEXT;
