// CONFIGURE and SHOW: the persistent settings (reference §1.6).
import { join } from 'node:path';
import type { ConfigureCommand } from '../language/commands.ts';
import { CommandFailure } from '../output/stack.ts';
import { requireMounted } from './backup-rules.ts';
import type { Session } from './session.ts';

/** The settings nobody changed, in the order SHOW ALL prints them; bare device names as RMAN's defaults have. */
function defaults(session: Session): [key: string, value: string][] {
  const { release, home, windows } = session.config;
  const snapshot = windows ? `SNCF${session.store.read().name}.ORA` : `snapcf_${session.store.read().name}.f`;
  const entries: [string, string][] = [
    ['RETENTION POLICY', 'TO REDUNDANCY 1'],
    ['BACKUP OPTIMIZATION', 'OFF'],
    ['DEFAULT DEVICE TYPE', 'TO DISK'],
    ['CONTROLFILE AUTOBACKUP', release.autobackupDefault],
    ['CONTROLFILE AUTOBACKUP FORMAT FOR DEVICE TYPE DISK', "TO '%F'"],
    ['DEVICE TYPE DISK', 'PARALLELISM 1 BACKUP TYPE TO BACKUPSET'],
    ['DATAFILE BACKUP COPIES FOR DEVICE TYPE DISK', 'TO 1'],
    ['ARCHIVELOG BACKUP COPIES FOR DEVICE TYPE DISK', 'TO 1'],
    ['MAXSETSIZE', 'TO UNLIMITED'],
    ['ENCRYPTION FOR DATABASE', 'OFF'],
    ['ENCRYPTION ALGORITHM', `'${release.encryptionDefault}'`],
    ['COMPRESSION ALGORITHM', "'BASIC' AS OF RELEASE 'DEFAULT' OPTIMIZE FOR LOAD TRUE"],
    ['RMAN OUTPUT', 'TO KEEP FOR 7 DAYS'],
    ['ARCHIVELOG DELETION POLICY', 'TO NONE'],
    ['SNAPSHOT CONTROLFILE NAME', `TO '${session.shown(join(home, 'dbs', snapshot))}'`],
  ];
  return release.major <= 11 ? entries.filter(([key]) => key !== 'RMAN OUTPUT') : entries;
}

function line(key: string, value: string): string {
  const blank = key === 'COMPRESSION ALGORITHM' ? ' ' : '';
  return `CONFIGURE ${key}${value === '' ? '' : ` ${value}`}${blank};`;
}

/** SHOW ALL or one kind of setting. */
export function executeShow(session: Session, what: string): void {
  const { configuration, uniqueName } = requireMounted(session);
  session.nameRepository();
  session.say('configurationHeader', { name: uniqueName });
  const known = defaults(session);
  const wanted = (key: string): boolean => what === 'ALL' || (key.startsWith(what) && isOfKind(key, what));
  for (const [key, value] of known) {
    if (!wanted(key)) continue;
    const own = configuration[key];
    session.row(own === undefined ? `${line(key, value)} # default` : line(key, own));
    for (const [other, text] of Object.entries(configuration)) {
      if (belongsBehind(other, key) && !known.some(([one]) => one === other)) session.row(line(other, text));
    }
  }
  for (const [key, value] of Object.entries(configuration)) {
    const placed = known.some(([one]) => one === key || belongsBehind(key, one));
    if (!placed && wanted(key)) session.row(line(key, value));
  }
}

/** SHOW CONTROLFILE AUTOBACKUP does not show its FORMAT. */
function isOfKind(key: string, what: string): boolean {
  return what !== 'CONTROLFILE AUTOBACKUP' || !key.includes('FORMAT');
}

/** Settings for another device stand behind those for disk. */
const belongsBehind = (key: string, known: string): boolean =>
  known.endsWith('DEVICE TYPE DISK') && key === known.replace(/DISK$/, "'SBT_TAPE'");

export function executeConfigure(session: Session, command: ConfigureCommand): void {
  const { configuration } = requireMounted(session);
  session.nameRepository();
  const { key, value } = command;
  refuseValue(key, value);
  const old = configuration[key];
  if (old !== undefined) {
    session.say('oldConfiguration');
    session.row(line(key, old));
  }
  session.store.update((database) => {
    if (value === null) delete database.configuration[key];
    else database.configuration[key] = value;
  });
  if (value === null) {
    session.say('configurationReset');
    return;
  }
  session.say('newConfiguration');
  session.row(line(key, value));
  session.say('configurationStored');
}

function refuseValue(key: string, value: string | null): void {
  if (value === null) return;
  const number = Number(/\d+/.exec(value)?.[0] ?? NaN);
  if (key.includes('AUTOBACKUP FORMAT') && !value.includes('%F')) {
    throw new CommandFailure([
      `RMAN-06492: control file autobackup format "${value.slice(4, -1)}" must specify a "%F"`,
    ]);
  }
  if (key.includes('BACKUP COPIES') && (number < 1 || number > 4)) {
    throw new CommandFailure([
      'RMAN-06466: error parsing configuration string',
      'RMAN-06085: number of copies must be between 1 and 4',
    ]);
  }
  if (/RETENTION|PARALLELISM/.test(`${key} ${value}`) && number === 0) {
    throw new CommandFailure([
      'RMAN-06466: error parsing configuration string',
      `RMAN-06455: ${key} value must be greater than zero`,
    ]);
  }
  if (key === 'ENCRYPTION ALGORITHM' && !/^'AES(128|192|256)'$/.test(value)) {
    throw new CommandFailure([`RMAN-06609: ${value} is not a valid encryption algorithm`]);
  }
  if (key === 'COMPRESSION ALGORITHM' && !/^'(BASIC|LOW|MEDIUM|HIGH)'/.test(value)) {
    throw new CommandFailure([
      `RMAN-06466: error parsing configuration string (${key})`,
      'ORA-19930: file algorithm is not valid',
    ]);
  }
}
