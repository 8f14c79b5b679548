// Every endpoint of the contract against everybody who may sit at the window. What each needs is said here a second
// time, on purpose: whoever opens a door has to say so twice.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createGate } from '../../../../electron/ipc/gate.ts';
import { createRouter } from '../../../../electron/ipc/router.ts';
import { contract, type RespaldoHandlers, type RespaldoStreams, type TopicName } from '../../../../shared/ipc/contract.ts';
import type { Endpoint } from '../../../../shared/ipc/contract-kit.ts';
import { access } from '../../../../shared/ipc/access.ts';
import { GOOD, usersWorld, type Seat } from '../../../support/users-world.ts';

const ours = { ownMainFrame: true, ownOrigin: true };
const endpoints = Object.entries(contract as Record<string, Record<string, Endpoint>>).flatMap(([feature, members]) =>
  Object.entries(members).map(([name, { kind }]) => ({ name: `${feature}.${name}`, kind })));

/** While nobody is logged in. */
const ANYONE = [
  'app.info', 'app.reportException', 'session.current', 'session.logIn', 'session.lock', 'session.logOut', 'session.changed',
];
/** What changes what is backed up, how, by whom, or who is told: never below an administrator. */
const CHANGES = /^(targets|strategies|strategySecrets|settings|users|notify|logDatabase|logTables)\.(create|update|clone|remove|setEnabled|set\w*Password|forget\w*|setRole|resetPassword|save|test\w*|check|install)$/;
/** What a person does to runs: never below an operator. */
const DOES = /^(runs\.(start|again|cancel)|queue\..*|schedule\.(pause|resume|skip|cancelRetry|retryNow)|notify\.(tryAgain|discard))$/;

const seats = ['nobody', 'viewer', 'operator', 'administrator', 'without-users'] as const;
type SeatName = (typeof seats)[number];

let worlds: ReturnType<typeof usersWorld>[] = [];
const routers = new Map<SeatName, { router: ReturnType<typeof createRouter>; reached: Set<string> }>();

async function seated(name: SeatName): Promise<Seat> {
  const world = usersWorld();
  worlds.push(world);
  const seat = await world.seat();
  if (name === 'without-users') return seat;
  await seat.users.create({ name: 'Ana', role: 'administrator', password: GOOD });
  if (name === 'nobody') seat.sessions.lock();
  else if (name !== 'administrator') {
    await seat.users.create({ name: 'Eva', role: name, password: GOOD });
    await seat.sessions.logIn('Eva', GOOD);
  }
  return seat;
}

beforeAll(async () => {
  for (const name of seats) {
    const { sessions, acting } = await seated(name);
    const reached = new Set<string>();
    const reach = (endpoint: string) => () => {
      reached.add(endpoint);
      return (async function* () {})();
    };
    const handlers = Object.fromEntries(endpoints.map((endpoint) => [endpoint.name, reach(endpoint.name)]));
    const logger = { info() {}, warn() {}, exception: () => 'X' };
    const gate = createGate(sessions, acting, 'window');
    const calls = handlers as unknown as RespaldoHandlers;
    const router = createRouter(calls, handlers as unknown as RespaldoStreams, logger, gate);
    routers.set(name, { router, reached });
  }
});
afterAll(async () => {
  for (const world of worlds) await world.close();
  worlds = [];
});

/** `passed`: the gate let it through, whatever its input was then worth. */
async function outcome(seat: SeatName, name: string, kind: Endpoint['kind']): Promise<string> {
  const { router, reached } = routers.get(seat)!;
  reached.clear();
  if (kind === 'topic') return router.mayHear(name as TopicName) ? 'passed' : 'refused';
  const answer =
    kind === 'call'
      ? await router.call(ours, name, undefined)
      : router.openStream(ours, name, undefined, new AbortController().signal);
  const code = answer.ok ? 'passed' : answer.error.code;
  const refused = code === 'session.locked' || code.startsWith('role.');
  if (refused) expect([...reached], 'a refused handler is not reached').toEqual([]);
  return refused ? 'refused' : 'passed';
}

function allowed(seat: SeatName, name: string): boolean {
  const needed = access[name as keyof typeof access];
  if (seat === 'without-users' || needed === 'anyone') return true;
  if (seat === 'nobody') return false;
  return seats.indexOf(seat) >= seats.indexOf(needed);
}

describe('every endpoint, every seat', () => {
  test('the table names the endpoints of the contract and no others', () => {
    expect(Object.keys(access).toSorted()).toEqual(endpoints.map(({ name }) => name).toSorted());
  });

  test.each(endpoints)('$name', async ({ name, kind }) => {
    for (const seat of seats) {
      expect(`${seat}: ${await outcome(seat, name, kind)}`).toBe(`${seat}: ${allowed(seat, name) ? 'passed' : 'refused'}`);
    }
  });

  test('only what tells nothing is open to anyone', () => {
    const open = endpoints.map(({ name }) => name).filter((name) => access[name as keyof typeof access] === 'anyone');
    expect(open.toSorted()).toEqual(ANYONE.toSorted());
  });

  test('what changes something is no viewer’s, and what changes the configuration only an administrator’s', () => {
    const rolesOf = (pattern: RegExp) =>
      endpoints.filter(({ name }) => pattern.test(name)).map(({ name }) => [name, access[name as keyof typeof access]]);
    const changes = rolesOf(CHANGES);
    expect(changes.length).toBeGreaterThan(25);
    expect(changes.filter(([, role]) => role !== 'administrator')).toEqual([]);
    const does = rolesOf(DOES);
    expect(does.length).toBeGreaterThan(10);
    expect(does.filter(([, role]) => role !== 'operator')).toEqual([]);
  });
});

describe('locked while something is under way', () => {
  test('neither an answer nor a chunk leaves any more, and nothing that is announced', async () => {
    const { sessions, acting } = await seated('administrator');
    const logger = { info() {}, warn() {}, exception: () => 'X' };
    const chunk = { from: 0, lines: ['a'], total: 1 };
    const router = createRouter(
      { 'users.list': () => (sessions.lock(), []) } as unknown as RespaldoHandlers,
      {
        async *'runs.tail'() {
          yield chunk;
          sessions.lock();
          yield chunk;
        },
      } as unknown as RespaldoStreams,
      logger,
      createGate(sessions, acting, 'window'),
    );
    const input = { runId: '01J00000000000000000000000', from: 0 };
    const opened = router.openStream(ours, 'runs.tail', input, new AbortController().signal);
    const seen: unknown[] = [];
    const read = (async () => {
      if (opened.ok) for await (const one of opened.chunks) seen.push(one);
    })();
    await expect(read).rejects.toMatchObject({ code: 'session.locked' });
    expect(seen).toEqual([chunk]);
    expect(router.mayHear('state.patch')).toBe(false);
    await sessions.logIn('Ana', GOOD);
    expect(await router.call(ours, 'users.list', undefined)).toMatchObject({ ok: false, error: { code: 'session.locked' } });
  });

  test('what may be in the audit is told when it has ended, also when it failed; looking is not', async () => {
    const { sessions, acting } = await seated('administrator');
    let told = 0;
    const handlers = {
      'users.list': async () => [],
      'runs.start': async () => Promise.reject(new Error('no')),
      'audit.names': async () => [],
      'app.snapshot': async () => ({}),
    };
    const gate = createGate(sessions, acting, 'window', () => (told += 1));
    await gate.act(handlers['app.snapshot'], 'app.snapshot');
    expect(told).toBe(0);
    await gate.act(handlers['users.list'], 'users.list');
    await gate.act(handlers['runs.start'], 'runs.start').catch(() => {});
    expect(told).toBe(2);
  });
});
