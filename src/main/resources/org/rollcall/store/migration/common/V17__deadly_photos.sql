-- The photos that a process was reading when it died, by their content: they are not read again.
CREATE TABLE deadly_photo (
  sha256 TEXT NOT NULL PRIMARY KEY,
  reason TEXT NOT NULL,
  since  BIGINT NOT NULL
);
