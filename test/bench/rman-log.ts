// The log of one long backup over four channels, as many lines of it as wanted: what a large site's level 0 with its
// archived logs prints. Always the same lines, ended well by the closing line.

const CHANNELS = 4;
const MINUTE = 60_000;
const START = Date.UTC(2026, 2, 1, 2);

/** A log of exactly `lines` lines (at least 50). */
export function rmanLog(lines: number): string[] {
  const log = opening();
  const end = closing();
  for (let round = 0; log.length < lines - end.length; round += 1) log.push(...backupSets(round));
  log.length = lines - end.length;
  return [...log, ...end];
}

const time = (minute: number): string => new Date(START + minute * MINUTE).toISOString().slice(0, 19).replace('T', ' ');

function opening(): string[] {
  const log = [
    '',
    'Recovery Manager: Release 19.0.0.0.0 - Production on Sun Mar 1 02:00:00 2026',
    'Version 19.21.0.0.0',
    '',
    'Copyright (c) 1982, 2019, Oracle and/or its affiliates.  All rights reserved.',
    '',
    'connected to target database: NOMINA (DBID=1407735592)',
    'using target database control file instead of recovery catalog',
    '',
    'RMAN> run {',
  ];
  for (let channel = 1; channel <= CHANNELS; channel += 1) {
    log.push(`allocated channel: c${channel}`, `channel c${channel}: SID=${140 + channel * 31} device type=DISK`);
  }
  return [...log, '', `Starting backup at ${time(0)}`];
}

/** One backup set on every channel; what the channels print is interleaved, as it is when they work at once. */
function backupSets(round: number): string[] {
  const began = time(round);
  const ended = time(round + 1);
  const perChannel = Array.from({ length: CHANNELS }, (_, index) => {
    const channel = `channel c${index + 1}`;
    const set = round * CHANNELS + index;
    return round % 3 === 2 ? archivedLogSet(channel, set, began, ended) : datafileSet(channel, set, began, ended);
  });
  const longest = Math.max(...perChannel.map((block) => block.length));
  const steps = Array.from({ length: longest }, (_, step) => perChannel.flatMap((block) => block[step] ?? []));
  return steps.flat(2);
}

/** Lines in groups that no other channel interrupts. */
function datafileSet(channel: string, set: number, began: string, ended: string): string[][] {
  const files = Array.from({ length: 32 }, (_, index) => {
    const file = set * 32 + index;
    return `input datafile file number=${String(file).padStart(5, '0')} name=+DATA/NOMINA/DATAFILE/ventas_${file}.${file}.1101`;
  });
  return [
    [`${channel}: starting compressed incremental level 0 datafile backup set`, `${channel}: specifying datafile(s) in backup set`, ...files],
    [`${channel}: starting piece 1 at ${began}`],
    ...pieceEnd(channel, set, ended),
  ];
}

function archivedLogSet(channel: string, set: number, began: string, ended: string): string[][] {
  const logs = Array.from({ length: 100 }, (_, index) => {
    const sequence = set * 100 + index;
    return `input archived log thread=1 sequence=${sequence} RECID=${sequence + 9} STAMP=${1_190_000_000 + sequence}`;
  });
  return [
    [`${channel}: starting compressed archived log backup set`, `${channel}: specifying archived log(s) in backup set`, ...logs],
    [`${channel}: starting piece 1 at ${began}`],
    ...pieceEnd(channel, set, ended),
  ];
}

function pieceEnd(channel: string, set: number, ended: string): string[][] {
  return [
    [
      `${channel}: finished piece 1 at ${ended}`,
      `piece handle=/respaldo/nomina/NOMINA_20260301_${set.toString(32)}_${set}_1_1.bkp tag=SEMANAL_L0 comment=NONE`,
      `${channel}: backup set complete, elapsed time: 00:01:00`,
    ],
  ];
}

function closing(): string[] {
  const released = Array.from({ length: CHANNELS }, (_, index) => `released channel: c${index + 1}`);
  return [`Finished backup at ${time(9999)}`, '', ...released, '', 'Recovery Manager complete.'];
}
