// The rules of a target's fields and of passwords.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  newTargetSpec, passwordFormSchema, targetSpecSchema, type ContainerRunner, type SshRunner, type TargetSpec,
} from '../../../../shared/domain/target.ts';
import { problemsOf } from '../../../../shared/errors/field-problem.ts';
import { FORBIDDEN, hostileText } from '../../../support/hostile-text.ts';

const spec = (change: Partial<TargetSpec> = {}): TargetSpec => ({
  ...newTargetSpec('local'),
  name: 'PROD',
  runner: { kind: 'local', oracleHome: '/u01/app/oracle/19', oracleSid: 'PROD1', tnsAdmin: null },
  ...change,
});
const problems = (value: unknown) => problemsOf(targetSpecSchema, value).map(({ path, code }) => [path, code]);

const elsewhere = { oracleHome: '/u01', oracleSid: 'X', tnsAdmin: null, workDirectory: '/var/tmp' };
const bySsh = (change: Partial<SshRunner>): TargetSpec =>
  spec({ runner: { kind: 'ssh', host: 'db1', port: 22, user: 'oracle', identityFile: null, ...elsewhere, ...change } });
const inContainer = (change: Partial<ContainerRunner>): TargetSpec => {
  const place = { name: 'oradb', namespace: null, container: null, context: null, user: null };
  return spec({ runner: { kind: 'container', client: 'docker', ...place, ...elsewhere, ...change } });
};

/** Every text field, with a way to fill it and a value that is good there. */
const TEXTS: Record<string, { good: string; put(value: string): TargetSpec }> = {
  name: { good: 'PROD', put: (name) => spec({ name }) },
  notes: { good: 'main database', put: (notes) => spec({ notes }) },
  'runner.oracleHome': {
    good: '/u01/app',
    put: (oracleHome) => spec({ runner: { kind: 'local', oracleHome, oracleSid: 'X', tnsAdmin: null } }),
  },
  'runner.oracleSid': {
    good: 'PROD1',
    put: (oracleSid) => spec({ runner: { kind: 'local', oracleHome: '/u', oracleSid, tnsAdmin: null } }),
  },
  'runner.tnsAdmin': {
    good: 'C:\\oracle\\network\\admin',
    put: (tnsAdmin) => spec({ runner: { kind: 'local', oracleHome: '/u', oracleSid: 'X', tnsAdmin } }),
  },
  'runner.failure': {
    good: 'disk-full',
    put: (failure) => spec({ runner: { kind: 'simulated', version: '19', seconds: 1, failure } }),
  },
  'runner.host': { good: 'db-1.example.com', put: (host) => bySsh({ host }) },
  'runner.user': { good: 'oracle', put: (user) => bySsh({ user }) },
  'runner.identityFile': { good: '/home/dba/.ssh/id_ed25519', put: (identityFile) => bySsh({ identityFile }) },
  'runner.workDirectory': { good: '/var/tmp', put: (workDirectory) => bySsh({ workDirectory }) },
  'runner.name': { good: 'statefulset/oradb', put: (name) => inContainer({ name }) },
  'runner.namespace': { good: 'prod', put: (namespace) => inContainer({ client: 'kubectl', namespace }) },
  'runner.container': { good: 'db', put: (container) => inContainer({ client: 'kubectl', container }) },
  'runner.context': { good: 'admin@lab', put: (context) => inContainer({ context }) },
  'login.alias': { good: 'PROD.WORLD', put: (alias) => spec({ login: { kind: 'wallet', alias, as: 'sysbackup' } }) },
  'login.username': {
    good: 'C##BKP',
    put: (username) => spec({ login: { kind: 'password', username, connectIdentifier: null, as: 'sysbackup' } }),
  },
  'login.connectIdentifier': {
    good: '(DESCRIPTION=(ADDRESS=(HOST=h)))',
    put: (connectIdentifier) => spec({ login: { kind: 'password', username: 'sys', connectIdentifier, as: 'sysdba' } }),
  },
};

describe.each(Object.entries(TEXTS))('the field %s', (path, { good, put }) => {
  test('takes a good value', () => {
    expect(problems(put(good))).toEqual([]);
  });

  test('is the only one that is blamed for what is in it', () => {
    fc.assert(
      fc.property(hostileText(fc.constant(good)), (value) => {
        expect(problems(put(value)).every(([found]) => found === path)).toBe(true);
      }),
    );
  });

  test('takes nothing that could reach RMAN as a command', () => {
    for (const bad of FORBIDDEN) {
      for (const value of [bad + good, good.slice(0, 2) + bad + good.slice(2), good + bad]) {
        expect([value, problems(put(value)).map(([found]) => found)]).toEqual([value, expect.arrayContaining([path])]);
      }
    }
  });

  test('says that it is needed, and only that, when it is left empty', () => {
    expect(problems(put(''))).toEqual(path === 'notes' ? [] : [[path, 'field.required']]);
  });
});

test.each<[string, TargetSpec, string]>([
  ['a relative home', TEXTS['runner.oracleHome']!.put('u01/app'), 'path.absolute'],
  ['a SID that starts with a digit', TEXTS['runner.oracleSid']!.put('1X'), 'sid.characters'],
  ['a host that ssh would take for an option', bySsh({ host: '-oProxyCommand=x' }), 'runner.characters'],
  ['a container that docker would take for an option', inContainer({ name: '--privileged' }), 'runner.characters'],
  ['a directory of Windows on the other side', bySsh({ workDirectory: 'C:\\temp' }), 'path.unix'],
  ['a user with kubectl', inContainer({ client: 'kubectl', user: 'oracle' }), 'runner.not-of-client'],
  ['a namespace with docker', inContainer({ namespace: 'prod' }), 'runner.not-of-client'],
  ['a second @', TEXTS['login.connectIdentifier']!.put('a@b'), 'connect.characters'],
  ['blanks in an alias', TEXTS['login.alias']!.put('a b'), 'alias.characters'],
  ['a password in the user name', TEXTS['login.username']!.put('sys/secret'), 'username.characters'],
])('%s is refused', (_, value, code) => {
  expect(problems(value).map(([, found]) => found)).toEqual([code]);
});

test('SYSBACKUP is refused for the simulated 11.2, beside the privilege', () => {
  const simulated = (version: '11.2' | '12.2', as: 'sysdba' | 'sysbackup') =>
    problems(spec({ runner: { kind: 'simulated', version, seconds: 1, failure: null }, login: { kind: 'os', as } }));
  expect(simulated('11.2', 'sysbackup')).toEqual([['login.as', 'privilege.release']]);
  expect([simulated('11.2', 'sysdba'), simulated('12.2', 'sysbackup')]).toEqual([[], []]);
});

test('a target that is not there at all is refused, not thrown over', () => {
  for (const value of [null, undefined, 1, 'x', [], {}]) expect(problems(value).length).toBeGreaterThan(0);
});

describe('a password', () => {
  const refused = (password: string) => problemsOf(passwordFormSchema, { password }).map(({ path, code }) => `${path} ${code}`);

  test('may hold what RMAN can take in its quotes', () => {
    for (const password of ["it's", 'a;b', 'a b', 'a@b/c', 'R&D', '#x', 'ñandú', '{}']) expect(refused(password)).toEqual([]);
  });

  test('may not hold what ends its quotes, its line, or is substituted', () => {
    for (const password of ['a"b', 'a\nb', 'a\rb', 'a\u0000', 'a\u2028', '\ud800', 'x&1', 'a\u001b']) {
      expect(refused(password)).toEqual(['password password.characters']);
    }
    expect(refused('')).toEqual(['password field.required']);
    expect(refused('x'.repeat(129))).toEqual(['password field.too-long']);
  });
});
