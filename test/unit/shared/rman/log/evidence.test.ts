// Exit code, signal, cancellation and pieces against what the log says.
import { describe, expect, it } from 'vitest';
import type { PieceFound } from '../../../../../shared/domain/piece.ts';
import type { Verdict } from '../../../../../shared/domain/verdict.ts';
import { fixtureText, framed, session, verdictOn } from './support.ts';

const disagreements = (verdict: Verdict): string[] => verdict.disagreements.map((one) => one.code);
const good = fixtureText('19c-level0');
const piece = '/bk/lucero/L0_3k2s7a1b_116_1_1';
const autobackup = '/bk/lucero/cf_c-2874410093-20261004-00';

describe('the exit code', () => {
  it('0 with a closing line is success', () => {
    const verdict = verdictOn(good, { exitCode: 0 });
    expect(verdict).toMatchObject({ outcome: 'succeeded', rootCause: null, disagreements: [] });
  });

  it('0 with an error stack is failure, and says that they disagree', () => {
    const verdict = verdictOn(fixtureText('19c-disk-full'), { exitCode: 0 });
    expect(verdict.outcome).toBe('failed');
    expect(disagreements(verdict)).toEqual(['exit-code-zero-but-stack']);
  });

  it('0 with corruption found is failure', () => {
    const verdict = verdictOn(fixtureText('19c-validate-corrupt'), { exitCode: 0 });
    expect(verdict.outcome).toBe('failed');
    expect(disagreements(verdict)).toEqual(['exit-code-zero-but-corruption']);
  });

  it('1 without a word about an error is failure with a cause of its own', () => {
    const verdict = verdictOn(good, { exitCode: 1 });
    expect(verdict).toMatchObject({ outcome: 'failed', partial: true, rootCause: { code: 'exit-code-without-error' } });
    expect(disagreements(verdict)).toEqual(['exit-code-nonzero-without-error']);
  });

  it('1 takes an unframed error as its cause', () => {
    const log = session(
      'Starting backup at 2026-10-04', 'ORA-19504: failed to create file "/x"', '', 'Finished backup at 2026-10-04',
    );
    expect(verdictOn(log).outcome).toBe('warning');
    expect(verdictOn(log, { exitCode: 1 })).toMatchObject({ outcome: 'failed', rootCause: { code: 'ORA-19504' } });
  });

  it('0 and finished steps without a closing line are a warning, an open step is lost', () => {
    const cut = good.slice(0, good.indexOf('Recovery Manager complete'));
    expect(verdictOn(cut, { exitCode: 0 })).toMatchObject({ outcome: 'warning', truncated: true });
    expect(verdictOn(cut)).toMatchObject({ outcome: 'lost', truncated: true, rootCause: { code: 'log-truncated' } });
  });

  it.each([
    [126, 'client-not-executable'], [127, 'client-not-found'], [125, 'container-failed'], [255, 'ssh-failed'],
    [137, 'killed-by-signal'],
  ])('%i explains an empty log as %s', (exitCode, code) => {
    expect(verdictOn('', { exitCode })).toMatchObject({ outcome: 'failed', tool: 'unknown', rootCause: { code } });
  });

  it('137 in the middle of a backup is failed and truncated', () => {
    const verdict = verdictOn(fixtureText('19c-killed-midway'), { exitCode: 137 });
    expect(verdict).toMatchObject({ outcome: 'failed', truncated: true, rootCause: { code: 'killed-by-signal' } });
    expect(verdict.rootCause?.text).toContain('SIGKILL');
  });

  it('unknown or 0 without any output is lost', () => {
    expect(verdictOn('')).toMatchObject({ outcome: 'lost', rootCause: { code: 'no-rman-output' } });
    const verdict = verdictOn('hola\n', { exitCode: 0 });
    expect(verdict.outcome).toBe('lost');
    expect(disagreements(verdict)).toEqual(['no-tool-output-but-exit-zero']);
  });

  it('speaks about the last session only', () => {
    const verdict = verdictOn(`${good}\n${fixtureText('19c-nothing-to-do')}`, { exitCode: 1 });
    expect(verdict.sessions.map((one) => one.outcome)).toEqual(['succeeded', 'failed']);
    expect(verdict.outcome).toBe('failed');
  });

  it('of Data Pump: 5 is a warning, 1 a failure, 0 with errors a disagreement', () => {
    const errors = fixtureText('expdp-with-errors');
    expect(verdictOn(errors, { exitCode: 5 })).toMatchObject({ outcome: 'warning', rootCause: { code: 'ORA-01555' } });
    expect(verdictOn(errors, { exitCode: 1 }).outcome).toBe('failed');
    expect(disagreements(verdictOn(errors, { exitCode: 0 }))).toEqual(['exit-code-zero-but-errors']);
    expect(verdictOn(fixtureText('expdp-success'), { exitCode: 5 }).outcome).toBe('warning');
    const detached = verdictOn(fixtureText('expdp-detached'), { exitCode: 0 });
    expect(detached).toMatchObject({ outcome: 'lost', truncated: true });
  });
});

describe('a cancellation', () => {
  const cut = fixtureText('19c-killed-midway');

  it('that we asked for is cancelled, with a stack or without', () => {
    const terminated = verdictOn(cut, { cancelled: true, exitCode: 143, signal: 'SIGTERM' });
    expect(terminated).toMatchObject({ outcome: 'cancelled', partial: true });
    expect(verdictOn(fixtureText('19c-disk-full'), { cancelled: true, exitCode: 1 }).outcome).toBe('cancelled');
    expect(verdictOn('', { cancelled: true, exitCode: 130 }).outcome).toBe('cancelled');
  });

  it('that came after a good end changes nothing, and is noted', () => {
    const verdict = verdictOn(good, { cancelled: true, exitCode: 0 });
    expect(verdict.outcome).toBe('succeeded');
    expect(disagreements(verdict)).toEqual(['cancel-came-too-late']);
  });

  it('by a signal that we did not send is a failure', () => {
    const verdict = verdictOn(cut, { signal: 'SIGKILL' });
    expect(verdict).toMatchObject({ outcome: 'failed', truncated: true, rootCause: { code: 'killed-by-signal' } });
    expect(disagreements(verdict)).toEqual(['killed-by-signal']);
  });
});

describe('the pieces on disk', () => {
  const found = (handle: string, exists: boolean, bytes: number | null): PieceFound => ({ handle, exists, bytes });

  it('present and filled change nothing', () => {
    const pieces = [found(piece, true, 4096), found(autobackup, true, null)];
    expect(verdictOn(good, { exitCode: 0, pieces })).toMatchObject({ outcome: 'succeeded', disagreements: [] });
  });

  it.each([
    [found(piece, false, null), 'piece-missing', 'piece-missing-on-disk'],
    [found(piece, true, 0), 'piece-empty', 'piece-empty'],
  ])('missing or empty make it a failure', (one, cause, disagreement) => {
    const verdict = verdictOn(good, { exitCode: 0, pieces: [one] });
    expect(verdict).toMatchObject({ outcome: 'failed', rootCause: { code: cause, text: piece } });
    expect(disagreements(verdict)).toEqual([disagreement]);
  });

  it('are compared without case and kind of slash', () => {
    const pieces = [found('c:/respaldos/xe_0b4a9_11_1_1', false, null)];
    expect(verdictOn(fixtureText('es-21c-windows'), { exitCode: 0, pieces }).outcome).toBe('failed');
  });

  it('that the same session deleted, or that are not of this log, do not count', () => {
    const log = session(
      'Starting backup at 2026-10-04', 'piece handle=/bk/a tag=T comment=NONE', 'Finished backup at 2026-10-04',
      'deleted backup piece', 'backup piece handle=/bk/a RECID=1 STAMP=2', 'Deleted 1 objects',
    );
    const pieces = [found('/bk/a', false, null), found('/otra', false, null)];
    expect(verdictOn(log, { exitCode: 0, pieces })).toMatchObject({ outcome: 'succeeded', disagreements: [] });
  });
});

describe('the root cause', () => {
  it('has command, channel, time, file and operating system error', () => {
    expect(verdictOn(fixtureText('19c-disk-full')).rootCause).toMatchObject({
      code: 'ORA-27072', command: 'backup', channel: 'c1', at: '10/04/2026 02:03:17',
      object: { fileNumber: null, name: '/bk/lucero/L0_3m2s7a1d_118_1_1' },
      osError: { number: 28, text: 'No space left on device', platform: 'linux' },
    });
  });

  it('has the position of a syntax error', () => {
    const inFile = verdictOn(fixtureText('19c-syntax-error')).rootCause?.syntaxPosition;
    expect(inFile).toEqual({ line: 3, column: 8, file: '/tmp/l0.rman' });
    const inArguments = verdictOn(fixtureText('23ai-bad-argument')).rootCause?.syntaxPosition;
    expect(inArguments?.file).toBe('command line arguments');
  });

  it('has the words of a media manager, indented or with codes of its own', () => {
    expect(verdictOn(fixtureText('19c-tape-vendor')).rootCause?.vendorText).toEqual([
      "KBHS-00719: Error 'pool BRONCE is full'", 'mover session 4411 ended with rc 96',
    ]);
  });

  it('has the Windows error number and a localised text', () => {
    expect(verdictOn(fixtureText('11g-windows-error')).rootCause?.osError).toMatchObject({ number: 3, platform: 'windows' });
  });

  it('names data file and number from ORA-01110', () => {
    const log = session(framed(
      'RMAN-03002: failure of recover command at 10/04/2026 02:00:00',
      'ORA-00283: recovery session canceled due to errors', "ORA-01110: data file 7: '/u02/users01.dbf'",
      'ORA-01157: cannot identify/lock data file 7 - see DBWR trace file', "ORA-01110: data file 7: '/u02/users01.dbf'",
    ));
    expect(verdictOn(log).rootCause).toMatchObject({
      code: 'ORA-01157', command: 'recover', object: { fileNumber: 7, name: '/u02/users01.dbf' },
    });
  });

  it('is the last group of a stack; every group is kept', () => {
    const verdict = verdictOn(fixtureText('12c-several-channels-failed'));
    expect(verdict.rootCause).toMatchObject({ code: 'ORA-27072', channel: 'c2', osError: { number: 28 } });
    const groups = verdict.stacks[0]?.groups.map((group) => [group.channel, group.code]);
    expect(groups).toEqual([['c1', 'ORA-27040'], ['c2', 'ORA-27072']]);
  });

  it('is the first failing command of a session that went on', () => {
    const log = session(
      'RMAN> backup databse;', framed('RMAN-00558: error', 'RMAN-01009: syntax error: found "identifier"'), '',
      'RMAN> list backup;',
      framed('RMAN-03002: failure of list command at 10/04/2026 02:00:00', 'ORA-01507: database not mounted'), '',
      'RMAN> exit',
    );
    const verdict = verdictOn(log);
    expect(verdict.rootCause?.code).toBe('RMAN-01009');
    expect(verdict.stacks.map((stack) => stack.rootCause?.code)).toEqual(['RMAN-01009', 'ORA-01507']);
  });

  it.each([
    ['RMAN-04004: error from recovery catalog database: ORA-12541: TNS:no listener', 'ORA-12541'],
    ['RMAN-06004: ORACLE error from recovery catalog database: RMAN-20001: target database not found', 'RMAN-20001'],
    ['RMAN-10035: exception raised in RPC: ORA-19583: conversation terminated due to error', 'RMAN-10035'],
    ['RMAN-11003: failure during parse/execution of SQL statement: select \'ORA-00600\' from dual', 'RMAN-11003'],
    ['ORA-19504: failed to create file "/bk/ORA-00600.bkp"', 'ORA-19504'],
  ])('of %s is %s', (line, code) => {
    const text = framed('RMAN-03002: failure of backup command at 10/04/2026 02:00:00', line);
    expect(verdictOn(session(text)).rootCause?.code).toBe(code);
  });

  it('keeps the text that an old client wrapped', () => {
    const text = framed(
      'RMAN-03002: failure of backup command at 06/07/2013 17:38:20',
      'RMAN-06059: expected archived log not found, lost of archived log compromises',
      'recoverability', 'ORA-19625: error identifying file /u03/1_2.dbf',
    );
    expect(verdictOn(session(text)).rootCause?.text).toMatch(/compromises recoverability$/);
  });
});

describe('events without a frame', () => {
  it('an unframed RMAN-03009 that nothing resolves is a failure', () => {
    const log = session(
      'RMAN-03009: failure of backup command on c1 channel at 10/04/2026 02:00:00',
      'ORA-19504: failed to create file "/x"',
    );
    expect(verdictOn(log)).toMatchObject({ outcome: 'failed', rootCause: { code: 'ORA-19504' } });
  });

  it('a disabled channel is marked and named', () => {
    const verdict = verdictOn(fixtureText('10g-channel-disabled'));
    const channels = verdict.channels.map((channel) => [channel.name, channel.disabled]);
    expect(channels).toEqual([['c1', true], ['c2', false]]);
    const rootCause = { channel: 'c1', osError: { number: 2 } };
    expect(verdict.stacks[0]).toMatchObject({ kind: 'channel-disabled', rootCause });
  });

  it('a restore on several channels prints its errors behind the channel, and one line about the failover', () => {
    const log = session(
      'Starting restore at 02-SEP-25',
      'channel c2: ORA-19870: error while restoring backup piece /bk/a', 'ORA-19502: write error on file "/d/b.dbf"',
      'ORA-27072: File I/O error', 'Linux-x86_64 Error: 28: No space left on device', '',
      'channel c3: ORA-19870: error while restoring backup piece /bk/a',
      'ORA-19502: write error on file "/d/c.dbf"', '',
      'failover to previous backup', '', 'Finished restore at 02-SEP-25',
    );
    const verdict = verdictOn(log);
    expect(verdict.outcome).toBe('warning');
    expect(verdict.stacks.map((stack) => stack.kind)).toEqual(['failover', 'failover']);
    expect(verdict.errorCodes).toEqual(['ORA-19870', 'ORA-19502', 'ORA-27072']);
  });

  it('the ORA lines below RMAN-06820 belong to it', () => {
    const verdict = verdictOn(fixtureText('12c-standby-06820'));
    expect(verdict.stacks).toEqual([]);
    expect(verdict.warnings[0]?.details).toHaveLength(3);
  });

  it('a notice at connect time is information', () => {
    const log = session(
      'ORA-28002: the password will expire within 7 days', '',
      'Starting backup at 1-OCT-26', 'Finished backup at 1-OCT-26',
    );
    expect(verdictOn(log).outcome).toBe('succeeded');
  });

  it('a step that was started and never finished is not green', () => {
    const verdict = verdictOn(session('Starting backup at 2026-10-04'), { exitCode: 0 });
    expect(verdict.outcome).toBe('warning');
    expect(disagreements(verdict)).toEqual(['steps-left-open']);
  });
});

describe('what was made', () => {
  it('steps have times, elapsed seconds and a channel', () => {
    expect(verdictOn(good).steps[0]).toMatchObject({
      operation: 'backup', startedAt: '2026-10-04 02:00:08', finishedAt: '2026-10-04 02:05:41', elapsedSeconds: 333,
      outcome: 'finished', channel: 'c1', pieces: 1,
    });
    expect(verdictOn(good).elapsedSeconds).toBe(362);
  });

  it('pieces have kind, level, set, tag and times', () => {
    const verdict = verdictOn(good);
    expect(verdict.pieces[0]).toMatchObject({
      handle: piece, tag: 'SEMANAL_L0', channel: 'c1', kind: 'datafile', level: 0, set: 1, comment: 'NONE',
      startedAt: '2026-10-04 02:00:10', finishedAt: '2026-10-04 02:05:40',
    });
    const kind = 'controlfile-autobackup';
    expect(verdict.pieces[1]).toMatchObject({ handle: autobackup, tag: null, kind, set: null });
  });

  it('sections share a set, duplexed copies take their tag from the line before', () => {
    const verdict = verdictOn(fixtureText('19c-multisection-duplex'));
    expect(verdict.pieces.map((one) => [one.set, one.tag])).toEqual([
      [1, 'TAG20261004T020008'], [1, 'TAG20261004T020008'], [2, 'DOBLE'], [2, 'DOBLE'],
    ]);
  });

  it('copies are attributed to the channel that names itself afterwards', () => {
    const { copies } = verdictOn(fixtureText('19c-image-copies'));
    expect(copies.map((one) => [one.channel, one.kind, one.fileNumber])).toEqual([
      ['c2', 'datafile', 3], ['c1', 'datafile', 1], ['c2', 'controlfile', null],
    ]);
  });

  it('deletions and crosschecks are counted, retained logs are not deletions', () => {
    expect(verdictOn(fixtureText('19c-crosscheck-delete'))).toMatchObject({
      counts: { deleted: 3, crosschecked: 2 }, validation: { expired: 1 },
    });
    const kept = verdictOn(fixtureText('11g-delete-mismatch'));
    expect(kept.deleted.map((one) => one.name)).toEqual(['/u03/arch/1_880.dbf']);
    expect(verdictOn(fixtureText('12c-parallel-plus-archivelog')).counts.deleted).toBe(3);
  });

  it('Data Pump tables, rows and files are counted', () => {
    expect(verdictOn(fixtureText('expdp-success'))).toMatchObject({
      counts: { tables: 2, rows: 62304, dumpFiles: 2 }, elapsedSeconds: 94,
      dumpFiles: ['/dp/hr_01.dmp', '/dp/hr_02.dmp'],
    });
    expect(verdictOn(fixtureText('expdp-with-errors')).stacks.map((stack) => [stack.severity, stack.rootCause?.code]))
      .toEqual([['strong', 'ORA-01555'], ['strong', 'ORA-28365']]);
  });
});
