// Who may work at a seat, and how hard it is made to guess.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { lockWhenIdle } from '../../../../electron/users/idle-lock.ts';
import { AppError } from '../../../../shared/errors/app-error.ts';
import { GOOD, usersWorld, type Seat } from '../../../support/users-world.ts';

const MINUTE = 60_000;
let world: ReturnType<typeof usersWorld>;
let seat: Seat;
beforeEach(async () => {
  world = usersWorld();
  seat = await world.seat();
});
afterEach(() => world.close());

const codeOf = (act: Promise<unknown>): Promise<string> =>
  act.then(() => 'done', (error: unknown) => (error instanceof AppError ? error.code : String(error)));
const administrator = () => seat.users.create({ name: 'Ana', role: 'administrator', password: GOOD });

describe('without users', () => {
  test('everything is allowed, in the name of the user of the operating system', () => {
    expect(seat.sessions.current()).toEqual({ state: 'without-users', osUser: 'oracle' });
    expect(() => seat.sessions.permit('administrator')).not.toThrow();
    expect(seat.sessions.actor('window')).toMatchObject({ userId: null, name: 'oracle', origin: 'window' });
  });

  test('there is nothing to lock or to log in to', async () => {
    seat.sessions.lock();
    expect(seat.sessions.current().state).toBe('without-users');
    expect(await codeOf(seat.sessions.logIn('oracle', ''))).toBe('session.none');
  });

  test('the first user is an administrator, and goes on as that user', async () => {
    expect(await codeOf(seat.users.create({ name: 'Eva', role: 'operator', password: GOOD }))).toBe('user.first-administrator');
    const id = await administrator();
    expect(seat.sessions.current()).toEqual({ state: 'open', user: { id, name: 'Ana', role: 'administrator' } });
    expect(seat.sessions.actor('tray')).toMatchObject({ userId: id, name: 'Ana', osUser: 'oracle' });
  });

  test('a short password is refused at its field', async () => {
    const refused = seat.users.create({ name: 'Ana', role: 'administrator', password: 'short' });
    await expect(refused).rejects.toMatchObject({ code: 'input.invalid', fields: [{ path: 'password' }] });
  });
});

describe('locking', () => {
  test('locked, nothing passes until the password is right', async () => {
    await administrator();
    seat.sessions.lock();
    expect(seat.sessions.current()).toEqual({ state: 'locked', name: 'Ana' });
    for (const needed of ['viewer', 'operator', 'administrator'] as const) {
      expect(() => seat.sessions.permit(needed)).toThrow(expect.objectContaining({ code: 'session.locked' }));
    }
    expect(() => seat.sessions.permit('anyone')).not.toThrow();
    expect(await codeOf(seat.sessions.logIn('Ana', `${GOOD}!`))).toBe('session.refused');
    expect(seat.sessions.current().state).toBe('locked');
    await seat.sessions.logIn('ANA', GOOD);
    expect(seat.sessions.current().state).toBe('open');
  });

  test('every start is locked, unless the settings log in again whoever did not log out', async () => {
    await administrator();
    expect((await world.seat()).sessions.current()).toEqual({ state: 'locked', name: 'Ana' });
    world.locking = { ...world.locking, atStart: false };
    expect((await world.seat()).sessions.current().state).toBe('open');
    expect((await world.seat(false)).sessions.current(), 'a command asks each time').toEqual({ state: 'locked', name: null });
    await seat.sessions.logOut();
    expect((await world.seat()).sessions.current()).toEqual({ state: 'locked', name: null });
  });

  test('it locks when nobody has touched it for as long as the settings allow, and when the desktop is left', async () => {
    let touch = (): void => {};
    let leave = (): void => {};
    const presence = {
      onTouch: (listener: () => void) => ((touch = listener), () => {}),
      onAway: (listener: () => void) => ((leave = listener), () => {}),
    };
    const stop = lockWhenIdle({ sessions: seat.sessions, clock: world.clock, presence, locking: () => world.locking });
    await administrator();
    world.clock.advance(14 * MINUTE);
    touch();
    world.clock.advance(14 * MINUTE);
    expect(seat.sessions.current().state).toBe('open');
    world.clock.advance(2 * MINUTE);
    expect(seat.sessions.current().state).toBe('locked');
    touch();
    expect(seat.sessions.current().state, 'a touch opens nothing').toBe('locked');
    await seat.sessions.logIn('Ana', GOOD);
    world.locking = { ...world.locking, idleMinutes: null };
    world.clock.advance(600 * MINUTE);
    expect(seat.sessions.current().state).toBe('open');
    leave();
    expect(seat.sessions.current().state).toBe('locked');
    stop();
  });

  test('whoever is disabled, demoted or deleted elsewhere has lost it here as well', async () => {
    const ana = await administrator();
    const other = await world.seat(false);
    await other.sessions.logIn('Ana', GOOD);
    const eva = await other.users.create({ name: 'Eva', role: 'administrator', password: GOOD });
    await seat.sessions.logIn('Eva', GOOD);
    await other.users.setRole(eva, 'viewer');
    await seat.sessions.refresh();
    expect(() => seat.sessions.permit('operator')).toThrow(expect.objectContaining({ code: 'role.operator-needed' }));
    await other.users.setEnabled(eva, false);
    await seat.sessions.refresh();
    expect(seat.sessions.current()).toEqual({ state: 'locked', name: null });
    expect(await codeOf(seat.sessions.logIn('Eva', GOOD)), 'disabled').toBe('session.refused');
    expect(ana).not.toBe(eva);
  });
});

describe('guessing', () => {
  const guess = (name = 'Ana') => codeOf(seat.sessions.logIn(name, 'a wrong long password'));
  beforeEach(async () => {
    await administrator();
    seat.sessions.lock();
  });
  async function guesses(count: number): Promise<string[]> {
    const codes: string[] = [];
    for (let at = 0; at < count; at += 1) codes.push(await guess());
    return codes;
  }

  test('each failure in a row costs twice as long, the right password too, and a good log-in forgets them', async () => {
    expect(await guesses(4)).toEqual(['session.refused', 'session.refused', 'session.refused', 'session.slowed']);
    expect(await codeOf(seat.sessions.logIn('Ana', GOOD))).toBe('session.slowed');
    world.clock.advance(2_000);
    expect(await guess()).toBe('session.refused');
    world.clock.advance(2_000);
    expect(await guess(), 'the second wait is longer').toBe('session.slowed');
    world.clock.advance(2_000);
    await seat.sessions.logIn('Ana', GOOD);
    seat.sessions.lock();
    expect(await guesses(3)).toEqual(['session.refused', 'session.refused', 'session.refused']);
  });

  test('many at once gain nothing', async () => {
    const codes = await Promise.all(Array.from({ length: 40 }, () => guess()));
    expect(codes.filter((code) => code === 'session.refused')).toHaveLength(3);
  });

  test('a restart does not help, nor does a clock that is set back; one that was ahead locks nobody out', async () => {
    await guesses(3);
    seat = await world.seat();
    expect(await guess()).toBe('session.slowed');
    world.clock.set(world.clock.now() - 86_400_000);
    expect(await guess()).toBe('session.slowed');
    world.clock.advance(1_000);
    expect(await guess()).toBe('session.slowed');
    world.clock.advance(1_000);
    await seat.sessions.logIn('Ana', GOOD);
    expect(seat.sessions.current().state).toBe('open');
  });

  test('an unknown name costs the same work, is refused in the same words, and slows down in the same way', async () => {
    const known = [await guess(), await guess(), await guess(), await guess()];
    const unknown = [await guess('Nadie'), await guess('nadie'), await guess('NADIE'), await guess('Nadie')];
    expect(unknown).toEqual(known);
    expect(world.checked).toEqual({ known: 4, nobody: 3 });
  });

  test('refused log-ins are in the audit without what was typed as a name', async () => {
    await guess('tiger-my-password');
    await guess();
    const { entries } = await seat.store.audit.page({ who: null, actions: ['user.log-in-refused'], from: null, until: null }, null, 10);
    expect(entries.map(({ subject }) => subject.name)).toEqual(['Ana', null]);
    expect(JSON.stringify(entries)).not.toContain('tiger');
  });

  test('guesses at the present password are slowed down as well', async () => {
    await seat.sessions.logIn('Ana', GOOD);
    const change = () => codeOf(seat.users.changeOwnPassword('wrong', 'another long password'));
    expect([await change(), await change(), await change(), await change()]).toEqual([
      'user.wrong-password', 'user.wrong-password', 'user.wrong-password', 'session.slowed',
    ]);
    world.clock.advance(2_000);
    await seat.users.changeOwnPassword(GOOD, 'another long password');
    seat.sessions.lock();
    expect(await codeOf(seat.sessions.logIn('Ana', GOOD))).toBe('session.refused');
    await seat.sessions.logIn('Ana', 'another long password');
  });
});

describe('the last administrator', () => {
  test('can be neither demoted, disabled nor deleted, whatever two processes do at once', async () => {
    const ana = await administrator();
    const { users } = seat;
    for (const act of [() => users.setRole(ana, 'operator'), () => users.setEnabled(ana, false), () => users.remove(ana)]) {
      expect(await codeOf(act())).toBe('user.last-administrator');
    }
    const eva = await users.create({ name: 'Eva', role: 'administrator', password: GOOD });
    const other = await world.seat();
    const codes = await Promise.all([codeOf(users.setRole(ana, 'viewer')), codeOf(other.users.remove(eva))]);
    expect(codes.toSorted()).toEqual(['done', 'user.last-administrator']);
  });

  test('a disabled administrator does not count', async () => {
    const ana = await administrator();
    const eva = await seat.users.create({ name: 'Eva', role: 'administrator', password: GOOD });
    await seat.users.setEnabled(eva, false);
    expect(await codeOf(seat.users.setRole(ana, 'viewer'))).toBe('user.last-administrator');
    await seat.users.remove(eva);
  });
});
