// English texts of the first-run page.
export const firstRunEn = {
  title: 'Backups you can trust',
  what: 'Respaldo keeps your RMAN strategies, writes their scripts and runs them.',
  follow: 'Every run can be followed line by line, and its script, its whole output and its verdict are kept.',
  verdict: 'A backup only counts as good when exit code, log and pieces agree; otherwise you are told what happened and what to do.',
  begin: 'Where to begin',
  demoTitle: 'Look around with a simulated database',
  demoText: 'Adds the database DEMO with ready strategies. A simulated RMAN runs the real scripts and writes real files; no Oracle is needed or touched.',
  demoDo: 'Add DEMO',
  demoDone: 'The database DEMO and its strategies are ready.',
  realTitle: 'Add a database of yours',
  realText: 'You need an Oracle home on this machine and a user that may run its RMAN, or a wallet or password to log in with.',
  realDo: 'Add a database',
  keychain: 'Passwords',
} as const;
