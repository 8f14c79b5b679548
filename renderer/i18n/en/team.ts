// English texts of other workstations on the same log tables.
export const teamEn = {
  workstation: 'Workstation',
  own: 'This workstation',
  ofAnother: 'Run of {name}. Its facts were read from the log database; its log and script stay there.',
  share: 'Shared with the team',
  shareHint:
    'Every workstation that takes part has it; whoever holds its lease in the log database runs it, once. Without the log database it waits: by hand it can always be run.',
  conflict: '{name} saved another version meanwhile ({version}, {when}). Yours is version {mine}. Nothing is lost: both stay in the history.',
  keepMine: 'Keep mine',
  takeTheirs: 'Take theirs',
  difference: 'What differs: theirs − / mine +',
  others: 'On other workstations',
  othersAbout: 'Strategies that others on the same log database have. They can be looked at; a shared one can be joined.',
  strategy: 'Strategy',
  database: 'Database',
  changed: 'Changed',
  notShared: 'not shared',
  join: 'Take part',
  joinWith: 'Take part in {name} with',
  joined: '{name} runs on this workstation too.',
} as const;
