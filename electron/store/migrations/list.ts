// All migrations in order: the one at index 0 makes schema 1.
import { first } from './0001-first.ts';
import { scheduler } from './0002-scheduler.ts';
import { sync } from './0003-sync.ts';
import { users } from './0004-users.ts';
import { witnesses } from './0005-witnesses.ts';
import { team } from './0006-team.ts';
import { drafts } from './0007-drafts.ts';

export const migrations: readonly string[] = [first, scheduler, sync, users, witnesses, team, drafts];
