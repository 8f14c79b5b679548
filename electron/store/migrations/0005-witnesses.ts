// Schema 5: what databases themselves recorded about runs, and the runs that were started outside of this application.

export const witnesses = `
CREATE TABLE run_witnesses (
  run_seq INTEGER PRIMARY KEY REFERENCES runs (seq) ON DELETE CASCADE,
  witness TEXT NOT NULL
) STRICT;

-- A job is imported once, whatever target of ours leads to its database: RECID and STAMP of the session name it, DBID
-- the database (a control file that was made anew starts again at RECID 1, but never at the same STAMP).
CREATE TABLE external_runs (
  run_seq INTEGER PRIMARY KEY REFERENCES runs (seq) ON DELETE CASCADE,
  dbid INTEGER NOT NULL,
  session_recid INTEGER NOT NULL,
  session_stamp INTEGER NOT NULL,
  UNIQUE (dbid, session_recid, session_stamp)
) STRICT;
CREATE INDEX runs_ended ON runs (ended_at) WHERE over = 1 AND ended_at IS NOT NULL;
`;
