// RESTORE and RECOVER (reference §2.7), as far as the simulator can follow them.
import type { Command, ObjectSpec, RestoreCommand } from '../commands.ts';
import type { Cursor } from '../cursor.ts';
import { deviceType, filesObject, logRange, tag, untilPoint } from './common.ts';

export function restore(c: Cursor): RestoreCommand {
  const command: RestoreCommand = {
    kind: 'restore',
    objects: [],
    until: null,
    fromTag: null,
    fromAutobackup: false,
    device: null,
    validate: false,
    checkLogical: false,
    header: false,
    preview: null,
  };
  while (restoreOption(c, command));
  command.objects.push(restoreObject(c));
  while (restoreOption(c, command));
  c.expectMark(';');
  return command;
}

function restoreObject(c: Cursor): ObjectSpec {
  const files = filesObject(c);
  if (files !== null) return files;
  if (c.accept('archivelog')) return { kind: 'archivelog', range: logRange(c) };
  const what = c.oneOf('controlfile', 'spfile');
  if (c.accept('to')) c.string();
  return what === 'spfile' ? { kind: 'spfile' } : { kind: 'controlfile', standby: false };
}

function restoreOption(c: Cursor, r: RestoreCommand): boolean {
  if (r.until === null && c.at('until')) r.until = untilPoint(c);
  else if (r.fromTag === null && !r.fromAutobackup && c.accept('from')) {
    if (c.accept('autobackup')) r.fromAutobackup = true;
    else if (c.accept('tag')) r.fromTag = tag(c);
    else c.string();
  } else if (r.device === null && c.at('device')) r.device = deviceType(c);
  else if (!r.validate && c.accept('validate')) {
    r.validate = true;
    r.header = c.accept('header');
  } else if (!r.checkLogical && c.accept('check')) {
    c.expect('logical');
    r.checkLogical = true;
  } else if (r.preview === null && c.accept('preview')) {
    r.preview = c.accept('summary') ? 'summary' : 'full';
  } else return false;
  return true;
}

export function recover(c: Cursor): Command {
  if (c.accept('copy')) {
    c.expect('of');
    const of = filesObject(c) ?? c.fail();
    let copyTag: string | null = null;
    if (c.accept('with')) {
      c.expect('tag');
      copyTag = tag(c);
    }
    const until = untilPoint(c);
    c.expectMark(';');
    return { kind: 'recover-copy', of, tag: copyTag, until };
  }
  const object = filesObject(c) ?? c.fail();
  const until = untilPoint(c);
  c.accept('noredo');
  c.expectMark(';');
  return { kind: 'recover', object, until };
}
