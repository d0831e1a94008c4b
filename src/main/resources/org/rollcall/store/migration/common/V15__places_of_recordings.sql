-- The same content may lie at several places, for several classes. The lessons of a place are known
-- once it has been inspected; the reason says why it has to be inspected again. A file that Rollcall
-- itself deleted counts as if it were still there.
CREATE TABLE place (
  file        TEXT NOT NULL,
  sha256      TEXT NOT NULL REFERENCES recording (sha256) ON DELETE CASCADE,
  inspected   INTEGER NOT NULL,
  deleted     INTEGER NOT NULL DEFAULT 0,
  reason      TEXT NOT NULL,
  reason_code TEXT,
  PRIMARY KEY (file, sha256)
);
CREATE INDEX place_by_recording ON place (sha256);
INSERT INTO place (file, sha256, inspected, reason) SELECT file, sha256, 1, '' FROM recording;

-- What the name of a file says belongs to the place, and so to the stretch that it tells.
ALTER TABLE stretch ADD COLUMN file TEXT NOT NULL DEFAULT '';
ALTER TABLE stretch ADD COLUMN begins TEXT;
ALTER TABLE stretch ADD COLUMN camera TEXT;
ALTER TABLE stretch ADD COLUMN part INTEGER;
ALTER TABLE stretch ADD COLUMN remarks TEXT NOT NULL DEFAULT '';
UPDATE stretch SET
  file = (SELECT file FROM recording WHERE recording.sha256 = stretch.sha256),
  begins = (SELECT begins FROM recording WHERE recording.sha256 = stretch.sha256),
  camera = (SELECT camera FROM recording WHERE recording.sha256 = stretch.sha256),
  part = (SELECT part FROM recording WHERE recording.sha256 = stretch.sha256),
  remarks = (SELECT remarks FROM recording WHERE recording.sha256 = stretch.sha256);
ALTER TABLE recording DROP COLUMN begins;
ALTER TABLE recording DROP COLUMN camera;
ALTER TABLE recording DROP COLUMN part;
ALTER TABLE recording DROP COLUMN remarks;

-- The lesson that an admin has told, whatever the name says.
ALTER TABLE recording ADD COLUMN assigned_class TEXT;
ALTER TABLE recording ADD COLUMN assigned_start TEXT;

-- Finds the registers that show a content.
CREATE INDEX footage_by_recording ON footage (sha256);
