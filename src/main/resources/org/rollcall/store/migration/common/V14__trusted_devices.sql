-- The browsers in which somebody has logged in, by the hash of what they carry: guesses made
-- elsewhere do not keep them out.
CREATE TABLE trusted_device (
  token   TEXT NOT NULL,
  account TEXT NOT NULL REFERENCES account (name) ON DELETE CASCADE,
  used    BIGINT NOT NULL,
  PRIMARY KEY (token, account)
);
CREATE INDEX trusted_device_by_account ON trusted_device (account);
