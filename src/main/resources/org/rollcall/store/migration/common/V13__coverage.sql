-- What was seen of a lesson. Registers of earlier versions have no stretches and no faces.
ALTER TABLE register ADD COLUMN faces DOUBLE PRECISION;
ALTER TABLE register ADD COLUMN usual_faces DOUBLE PRECISION;
ALTER TABLE register ADD COLUMN doubts TEXT;

CREATE TABLE coverage_stretch (
  lesson_id TEXT NOT NULL REFERENCES register (lesson_id) ON DELETE CASCADE,
  position  INTEGER NOT NULL,
  begins    BIGINT NOT NULL,
  ends      BIGINT NOT NULL,
  shown     TEXT NOT NULL,
  PRIMARY KEY (lesson_id, position)
);
