-- Runs over the watched folder. One that has not ended and whose window is open is worked on by
-- every node. A name is used once: the night of a due time cannot begin twice.
CREATE TABLE run (
  name         TEXT PRIMARY KEY,
  begun        BIGINT NOT NULL,
  window_end   BIGINT,
  node         TEXT NOT NULL,
  ended        BIGINT,
  complete     INTEGER NOT NULL DEFAULT 0 CHECK (complete IN (0, 1))
);
CREATE INDEX run_by_begun ON run (begun);

-- Which alarm somebody was told of on which day, so that nobody is told twice.
CREATE TABLE told_alarm (
  alarm TEXT NOT NULL,
  day   TEXT NOT NULL,
  PRIMARY KEY (alarm, day)
);
