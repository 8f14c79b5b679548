// Schema 7: what somebody has typed into a form and not saved, so that it outlives the window and the process.

export const drafts = `
CREATE TABLE drafts (
  -- A user of the application, or the account of the operating system where there are none.
  owner TEXT NOT NULL,
  -- The form: strategy/<id>, strategy/new.
  form TEXT NOT NULL,
  -- The version that it was begun on; 0: something new.
  base INTEGER NOT NULL,
  content TEXT NOT NULL,
  saved_at INTEGER NOT NULL,
  PRIMARY KEY (owner, form)
) STRICT;
`;
