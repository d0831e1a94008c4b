-- Who may log in to the page. Names are in lower case; passwords are hashes with their parameters.
CREATE TABLE account (
  name            TEXT PRIMARY KEY,
  role            TEXT NOT NULL CHECK (role IN ('ADMIN', 'TEACHER', 'VIEWER')),
  password        TEXT NOT NULL,
  change_password INTEGER NOT NULL CHECK (change_password IN (0, 1)),
  since           BIGINT NOT NULL
);

-- The classes that somebody who is no admin may see.
CREATE TABLE account_class (
  account    TEXT NOT NULL REFERENCES account (name) ON DELETE CASCADE,
  class_name TEXT NOT NULL,
  PRIMARY KEY (account, class_name)
);

-- Who is logged in, by the hash of what the browser carries: a copy of this table opens no door.
CREATE TABLE login (
  token   TEXT PRIMARY KEY,
  account TEXT NOT NULL REFERENCES account (name) ON DELETE CASCADE,
  begun   BIGINT NOT NULL,
  used    BIGINT NOT NULL
);
CREATE INDEX login_by_account ON login (account);
