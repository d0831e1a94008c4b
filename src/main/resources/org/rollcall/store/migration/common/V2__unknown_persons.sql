-- People who are nobody in a class, recognised again from lesson to lesson. Deleting a person deletes
-- all that is known of the face.
CREATE TABLE unknown_person (
  class_name TEXT NOT NULL,
  number     INTEGER NOT NULL,
  processed  BIGINT NOT NULL,
  PRIMARY KEY (class_name, number)
);
CREATE INDEX unknown_person_by_processed ON unknown_person (processed);

-- What each lesson saw of them, so that a lesson that is processed again counts once.
CREATE TABLE unknown_appearance (
  class_name TEXT NOT NULL,
  number     INTEGER NOT NULL,
  lesson_id  TEXT NOT NULL REFERENCES lesson (id) ON DELETE CASCADE,
  pack_id    TEXT NOT NULL,
  edition    TEXT NOT NULL,
  embedding  BYTEA NOT NULL,
  weight     DOUBLE PRECISION NOT NULL,
  PRIMARY KEY (class_name, number, lesson_id),
  FOREIGN KEY (class_name, number)
    REFERENCES unknown_person (class_name, number) ON DELETE CASCADE
);
CREATE INDEX unknown_appearance_by_lesson ON unknown_appearance (lesson_id);

-- The last number given in a class: nobody gets the number of somebody forgotten.
CREATE TABLE unknown_counter (
  class_name TEXT PRIMARY KEY,
  given      INTEGER NOT NULL
);

-- Who an unknown face was, as the sheet shows it; empty where nobody asked.
ALTER TABLE unknown_face ADD COLUMN person INTEGER;
ALTER TABLE unknown_face ADD COLUMN person_lessons INTEGER;
ALTER TABLE unknown_face ADD COLUMN person_since TEXT;
ALTER TABLE unknown_face ADD COLUMN person_last TEXT;
