-- Which process started a run, so that a run which was killed is told from one in progress.
ALTER TABLE run ADD COLUMN owner TEXT;

-- Why a class register waits, to be worded in any language.
ALTER TABLE register_due ADD COLUMN reason_code TEXT;
