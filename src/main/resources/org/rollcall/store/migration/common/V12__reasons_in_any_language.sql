-- The name and the arguments of a reason, as JSON, beside its text in English: enough to word it in
-- another language. NULL if there is no reason, or nothing but its text is known.
ALTER TABLE verdict ADD COLUMN reason_code TEXT;
ALTER TABLE enrolled_photo ADD COLUMN refusal_code TEXT;
ALTER TABLE register_note ADD COLUMN note_code TEXT;
ALTER TABLE recording ADD COLUMN reason_code TEXT;
ALTER TABLE work ADD COLUMN reason_code TEXT;
ALTER TABLE pending_sheet ADD COLUMN reason_code TEXT;
