-- For SQLite and PostgreSQL alike. Instants and durations are milliseconds, days and wall-clock
-- times ISO 8601 text, pictures whole JPEG files, embeddings little-endian 32-bit floats.

-- The ledger: each recording once, by the hash of its content. The lesson is empty when the name
-- of the file does not tell it.
CREATE TABLE recording (
  sha256       TEXT PRIMARY KEY,
  file         TEXT NOT NULL,
  class_name   TEXT,
  lesson_date  TEXT,
  lesson_start TEXT,
  state        TEXT NOT NULL CHECK (state IN ('WAITING', 'RUNNING', 'DONE', 'PARTIAL', 'FAILED')),
  attempts     INTEGER NOT NULL,
  reason       TEXT NOT NULL,
  since        BIGINT NOT NULL,
  finished     BIGINT
);
CREATE INDEX recording_by_since ON recording (since);

-- Hashes of files that have not changed since, so that nobody reads gigabytes again each night.
CREATE TABLE known_file (
  file     TEXT PRIMARY KEY,
  bytes    BIGINT NOT NULL,
  modified BIGINT NOT NULL,
  sha256   TEXT NOT NULL
);

-- Everything about a student hangs on this row and goes with it. There is no name until a lesson
-- has been saved.
CREATE TABLE student (
  class_name TEXT NOT NULL,
  id         TEXT NOT NULL,
  name       TEXT,
  email      TEXT,
  consent    TEXT,
  PRIMARY KEY (class_name, id)
);
CREATE INDEX student_by_id ON student (id);

-- A class has templates of one model pack only.
CREATE TABLE enrolment (
  class_name TEXT PRIMARY KEY,
  pack_id    TEXT NOT NULL,
  made_from  TEXT NOT NULL
);

CREATE TABLE enrolled_photo (
  class_name TEXT NOT NULL REFERENCES enrolment (class_name) ON DELETE CASCADE,
  position   INTEGER NOT NULL,
  student_id TEXT NOT NULL,
  file       TEXT NOT NULL,
  sha256     TEXT NOT NULL,
  embedding  BYTEA,
  portrait   BYTEA,
  quality    DOUBLE PRECISION NOT NULL,
  refusal    TEXT NOT NULL,
  PRIMARY KEY (class_name, position),
  FOREIGN KEY (class_name, student_id) REFERENCES student (class_name, id) ON DELETE CASCADE
);
CREATE INDEX enrolled_photo_by_student ON enrolled_photo (class_name, student_id);

-- A lesson is known from its first correction or register on. Corrections hang on it and not on
-- the register, so that they outlive a new run.
CREATE TABLE lesson (
  id           TEXT PRIMARY KEY,
  class_name   TEXT NOT NULL,
  lesson_date  TEXT NOT NULL,
  lesson_start TEXT NOT NULL,
  sheet_read   BIGINT
);
CREATE INDEX lesson_by_class ON lesson (class_name, lesson_date, lesson_start);

-- What the last run of a lesson found out.
CREATE TABLE register (
  lesson_id  TEXT PRIMARY KEY REFERENCES lesson (id) ON DELETE CASCADE,
  recorded   BIGINT NOT NULL,
  slot_begin TEXT,
  slot_end   TEXT,
  state      TEXT NOT NULL CHECK (state IN ('DONE', 'PARTIAL')),
  version    TEXT NOT NULL,
  processed  BIGINT NOT NULL,
  took       BIGINT NOT NULL,
  runs       INTEGER NOT NULL
);

-- Models and settings (with a name), warnings and reasons (without one).
CREATE TABLE register_note (
  lesson_id TEXT NOT NULL REFERENCES register (lesson_id) ON DELETE CASCADE,
  kind      TEXT NOT NULL CHECK (kind IN ('MODEL', 'SETTING', 'WARNING', 'REASON')),
  position  INTEGER NOT NULL,
  name      TEXT NOT NULL,
  note      TEXT NOT NULL,
  PRIMARY KEY (lesson_id, kind, position)
);

CREATE TABLE footage (
  lesson_id TEXT NOT NULL REFERENCES register (lesson_id) ON DELETE CASCADE,
  position  INTEGER NOT NULL,
  file      TEXT NOT NULL,
  sha256    TEXT NOT NULL,
  length    BIGINT NOT NULL,
  PRIMARY KEY (lesson_id, position)
);

-- The times are empty together: not seen at all.
CREATE TABLE verdict (
  lesson_id  TEXT NOT NULL REFERENCES register (lesson_id) ON DELETE CASCADE,
  class_name TEXT NOT NULL,
  student_id TEXT NOT NULL,
  position   INTEGER NOT NULL,
  status     TEXT NOT NULL,
  confidence DOUBLE PRECISION NOT NULL,
  reason     TEXT NOT NULL,
  first_seen BIGINT,
  last_seen  BIGINT,
  seen       BIGINT,
  sightings  INTEGER,
  per_minute TEXT,
  evidence   BYTEA,
  PRIMARY KEY (lesson_id, student_id),
  FOREIGN KEY (class_name, student_id) REFERENCES student (class_name, id) ON DELETE CASCADE
);
CREATE INDEX verdict_by_student ON verdict (class_name, student_id);

CREATE TABLE unknown_face (
  lesson_id  TEXT NOT NULL REFERENCES register (lesson_id) ON DELETE CASCADE,
  number     INTEGER NOT NULL,
  first_seen BIGINT NOT NULL,
  last_seen  BIGINT NOT NULL,
  sightings  INTEGER NOT NULL,
  crop       BYTEA NOT NULL,
  PRIMARY KEY (lesson_id, number)
);

-- What holds now. An empty status means a remark only.
CREATE TABLE correction (
  lesson_id  TEXT NOT NULL REFERENCES lesson (id) ON DELETE CASCADE,
  class_name TEXT NOT NULL,
  student_id TEXT NOT NULL,
  status     TEXT,
  remark     TEXT NOT NULL,
  author     TEXT NOT NULL,
  since      BIGINT NOT NULL,
  PRIMARY KEY (lesson_id, student_id),
  FOREIGN KEY (class_name, student_id) REFERENCES student (class_name, id) ON DELETE CASCADE
);
CREATE INDEX correction_by_student ON correction (class_name, student_id);

-- What held before, and until when.
CREATE TABLE past_correction (
  lesson_id  TEXT NOT NULL REFERENCES lesson (id) ON DELETE CASCADE,
  class_name TEXT NOT NULL,
  student_id TEXT NOT NULL,
  status     TEXT,
  remark     TEXT NOT NULL,
  author     TEXT NOT NULL,
  since      BIGINT NOT NULL,
  ended      BIGINT NOT NULL,
  ended_by   TEXT NOT NULL,
  FOREIGN KEY (class_name, student_id) REFERENCES student (class_name, id) ON DELETE CASCADE
);
CREATE INDEX past_correction_by_lesson ON past_correction (lesson_id);
CREATE INDEX past_correction_by_student ON past_correction (class_name, student_id);
