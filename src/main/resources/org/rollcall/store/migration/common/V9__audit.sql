-- Who did what when, at the pages and by commands. It hangs on nothing: it outlives those it tells of.
CREATE TABLE audit_entry (
  id      TEXT PRIMARY KEY,
  at      BIGINT NOT NULL,
  who     TEXT NOT NULL,
  origin  TEXT NOT NULL,
  action  TEXT NOT NULL,
  about   TEXT NOT NULL
);
CREATE INDEX audit_entry_by_time ON audit_entry (at);
