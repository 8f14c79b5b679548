// Which role each command needs where the profile has users. Commands that open no profile need none.
import type { Role } from '../../shared/domain/user.ts';
import type { CommandName } from './arguments.ts';

/** Complete by its type: a command without a role does not compile. */
export const commandAccess: Readonly<Record<CommandName, Role>> = {
  explain: 'viewer',
  script: 'viewer',
  runs: 'viewer',
  log: 'viewer',
  strategies: 'viewer',
  'strategies export': 'viewer',
  'strategies import': 'administrator',
  targets: 'viewer',
  'target test': 'administrator',
  doctor: 'administrator',
  status: 'viewer',
  queue: 'viewer',
  why: 'viewer',
  outbox: 'viewer',
  'sync status': 'viewer',
  'log-db ddl': 'viewer',
  'log-db status': 'viewer',
  'schedule list': 'viewer',
  'schedule next': 'viewer',
  'users password': 'viewer',
  run: 'operator',
  pause: 'operator',
  resume: 'operator',
  'sync drain': 'operator',
  'users list': 'administrator',
  'users add': 'administrator',
  'users role': 'administrator',
  'users enable': 'administrator',
  'users disable': 'administrator',
  'users remove': 'administrator',
  audit: 'administrator',
  'log-db install': 'administrator',
};
