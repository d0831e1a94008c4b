-- What the work on each lesson came to, once for each time it was done. It hangs on nothing, so that
-- sums over it never become smaller.
CREATE TABLE workload (
  lesson_id  TEXT NOT NULL,
  processed  BIGINT NOT NULL,
  video      BIGINT NOT NULL,
  work       BIGINT NOT NULL,
  samples    BIGINT NOT NULL,
  faces      BIGINT NOT NULL,
  embedded   BIGINT NOT NULL,
  PRIMARY KEY (lesson_id, processed)
);

-- How many of the faces had no say in who they are, by what was wrong with them.
CREATE TABLE workload_flaw (
  lesson_id  TEXT NOT NULL,
  processed  BIGINT NOT NULL,
  flaw       TEXT NOT NULL,
  faces      BIGINT NOT NULL,
  PRIMARY KEY (lesson_id, processed, flaw),
  FOREIGN KEY (lesson_id, processed) REFERENCES workload (lesson_id, processed) ON DELETE CASCADE
);
