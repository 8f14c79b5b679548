// CROSSCHECK, DELETE, CHANGE, CATALOG (reference §2.6).
import type { Command } from '../commands.ts';
import type { Cursor } from '../cursor.ts';
import { deviceType, keepClause, list, retention, selection, selectionFilter } from './common.ts';

export function crosscheck(c: Cursor): Command {
  const chosen = selection(c);
  const filter = selectionFilter(c);
  c.expectMark(';');
  return { kind: 'crosscheck', selection: chosen, filter };
}

export function deleteCommand(c: Cursor): Command {
  let noPrompt = false;
  let force = false;
  for (;;) {
    if (!noPrompt && c.accept('noprompt')) noPrompt = true;
    else if (!force && c.accept('force')) force = true;
    else break;
  }
  if (c.accept('obsolete')) return obsolete(c, noPrompt, force);
  const expired = c.accept('expired');
  const chosen = selection(c);
  const filter = selectionFilter(c, !expired);
  c.expectMark(';');
  return { kind: 'delete', noPrompt, force, expired, selection: chosen, filter };
}

function obsolete(c: Cursor, noPrompt: boolean, force: boolean): Command {
  const policy = retention(c);
  c.accept('orphan');
  const device = c.at('device') ? deviceType(c) : null;
  c.expectMark(';');
  return { kind: 'delete-obsolete', noPrompt, force, retention: policy, device };
}

export function change(c: Cursor): Command {
  const chosen = selection(c);
  const filter = selectionFilter(c);
  const keep = keepClause(c);
  if (keep !== null) {
    c.expectMark(';');
    return { kind: 'change', selection: chosen, filter, to: { state: 'KEEP', keep } };
  }
  const state = c.oneOf('available', 'unavailable', 'uncatalog', 'delete');
  c.expectMark(';');
  return {
    kind: 'change',
    selection: chosen,
    filter,
    to: { state: state.toUpperCase() as 'AVAILABLE' | 'UNAVAILABLE' | 'UNCATALOG' | 'DELETE' },
  };
}

export function catalog(c: Cursor): Command {
  let what: 'start-with' | 'recovery-area' | 'files' = 'files';
  let names: string[] = [];
  if (c.accept('start')) {
    c.expect('with');
    what = 'start-with';
    names = [c.string()];
  } else if (c.accept('db_recovery_file_dest')) what = 'recovery-area';
  else if (c.accept('recovery')) {
    c.expect('area');
    what = 'recovery-area';
  } else {
    c.oneOf('backuppiece', 'datafilecopy', 'archivelog', 'controlfilecopy');
    names = list(c, () => c.string());
  }
  const noPrompt = what !== 'files' && c.accept('noprompt');
  c.expectMark(';');
  return { kind: 'catalog', what, names, noPrompt };
}
