// LIST, REPORT and VALIDATE (reference §2.6).
import type { Command, ObjectSpec } from '../commands.ts';
import type { Cursor } from '../cursor.ts';
import { datafileName, filesObject, list, logRange, optionalOf, retention, selectionFilter, size } from './common.ts';

export function listCommand(c: Cursor): Command {
  const expired = c.accept('expired');
  const command = listed(c, expired);
  c.expectMark(';');
  return command;
}

function listed(c: Cursor, expired: boolean): Command {
  if (c.accept('backup') || c.accept('backupset')) return listBackup(c, expired);
  if (c.accept('copy')) {
    const of = optionalOf(c);
    return { kind: 'list', what: { what: 'copy', of, expired }, filter: selectionFilter(c) };
  }
  if (c.accept('archivelog')) {
    const range = logRange(c);
    return { kind: 'list', what: { what: 'archivelog', range, expired }, filter: selectionFilter(c) };
  }
  if (!expired && c.accept('backuppiece')) {
    const keys = list(c, () => datafileName(c));
    return { kind: 'list', what: { what: 'backuppiece', keys }, filter: selectionFilter(c) };
  }
  if (expired) return c.fail();
  c.expect('incarnation');
  if (c.accept('of')) c.expect('database');
  return { kind: 'list', what: { what: 'incarnation' }, filter: selectionFilter(c) };
}

function listBackup(c: Cursor, expired: boolean): Command {
  const keys = c.atInteger() ? list(c, () => c.integer()) : null;
  const of = keys === null ? optionalOf(c) : null;
  let form: 'verbose' | 'summary' | 'by-file' = 'verbose';
  const takeForm = (): void => {
    if (form !== 'verbose') return;
    if (c.accept('summary')) form = 'summary';
    else if (c.accept('by')) {
      c.expect('file');
      form = 'by-file';
    }
  };
  takeForm();
  const filter = selectionFilter(c);
  takeForm();
  return { kind: 'list', what: { what: 'backup', of, form, expired, keys }, filter };
}

export function report(c: Cursor): Command {
  const command = reported(c);
  c.expectMark(';');
  return command;
}

function reported(c: Cursor): Command {
  if (c.accept('schema')) return { kind: 'report-schema' };
  if (c.accept('obsolete')) return { kind: 'report-obsolete', retention: retention(c) };
  if (c.accept('unrecoverable')) {
    filesObject(c);
    return { kind: 'report-unrecoverable' };
  }
  c.expect('need', 'backup');
  const policy = retention(c);
  let days: number | null = null;
  if (policy === null && c.accept('days')) {
    c.equals();
    days = c.integer();
  }
  return { kind: 'report-need-backup', retention: policy, days, object: filesObject(c) };
}

export function validate(c: Cursor): Command {
  let checkLogical = false;
  const options = (): void => {
    for (;;) {
      if (!checkLogical && c.accept('check')) {
        c.expect('logical');
        checkLogical = true;
      } else if (c.accept('section')) {
        c.expect('size');
        c.equals();
        size(c);
      } else return;
    }
  };
  options();
  const objects = [validated(c)];
  options();
  c.expectMark(';');
  return { kind: 'validate', objects, checkLogical };
}

function validated(c: Cursor): ObjectSpec {
  const files = filesObject(c);
  if (files !== null) return files;
  if (c.accept('backupset')) return { kind: 'backupset', keys: list(c, () => c.integer()), completed: null };
  if (c.accept('current')) {
    c.expect('controlfile');
    return { kind: 'controlfile', standby: false };
  }
  if (c.accept('spfile')) return { kind: 'spfile' };
  if (c.accept('recovery')) {
    c.oneOf('area', 'files');
    return { kind: 'recovery-area' };
  }
  if (c.accept('copy')) {
    c.expect('of');
    return { kind: 'copy-of', of: filesObject(c) ?? c.fail() };
  }
  c.expect('archivelog');
  return { kind: 'archivelog', range: logRange(c) };
}
