// Addresses there and back, and the router that asks before unsaved work is left.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRouter, type AddressBar } from '../../../../renderer/navigation/router.ts';
import { hashOf, route, routeOf } from '../../../../renderer/navigation/route.ts';

describe('addresses', () => {
  it.each([
    ['', 'overview', null],
    ['#/', 'overview', null],
    ['#/databases', 'targets', null],
    ['#/databases/new', 'target', 'new'],
    ['#/strategies/01ABC', 'strategy', '01ABC'],
    ['#/runs/01ABC', 'run', '01ABC'],
    ['#/settings', 'settings', null],
    ['#/settings/what', 'overview', null],
    ['#/nowhere', 'overview', null],
    ['#/constructor', 'overview', null],
  ])('%s', (hash, page, id) => {
    expect(routeOf(hash)).toMatchObject({ page, id });
  });

  it('survive the way to the address bar and back, whatever they carry', () => {
    const page = fc.constantFrom('run', 'strategy', 'target');
    const name = fc.string({ minLength: 1, maxLength: 12 });
    const query = fc.dictionary(name, fc.string({ maxLength: 20 }), { noNullPrototype: true, maxKeys: 6 });
    fc.assert(
      fc.property(page, fc.string({ minLength: 1, unit: 'binary' }), query, (page, id, words) => {
        const wanted = route(page, id, words);
        expect(routeOf(hashOf(wanted))).toEqual(wanted);
      }),
    );
  });

  it('do not break on a malformed percent sign', () => {
    expect(routeOf('#/runs/%zz')).toMatchObject({ page: 'run', id: '%zz' });
  });
});

function barOf(hash = '#/') {
  const history = [hash];
  let ear: () => void = () => undefined;
  const bar: AddressBar & { typed(hash: string): void; history: string[] } = {
    history,
    get hash() {
      return history.at(-1) ?? '';
    },
    push: (next) => history.push(next),
    replace: (next) => history.splice(-1, 1, next),
    back: () => {
      history.pop();
      ear();
    },
    onChange: (hear) => {
      ear = hear;
      return () => undefined;
    },
    typed: (next) => {
      history.push(next);
      ear();
    },
  };
  return bar;
}

describe('the router', () => {
  it('begins where the address says, follows and leads it', () => {
    const bar = barOf('#/runs');
    const router = createRouter(bar);
    router.start();
    expect(router.store.getState().route.page).toBe('runs');
    router.go(route('settings'));
    expect(bar.hash).toBe('#/settings');
    bar.back();
    expect(router.store.getState().route.page).toBe('runs');
  });

  it('adds nothing to the history for the same place, and replaces filters', () => {
    const bar = barOf('#/runs');
    const router = createRouter(bar);
    router.go(route('runs'));
    router.replace(route('runs', null, { state: 'failed' }));
    expect(bar.history).toEqual(['#/runs?state=failed']);
    expect(router.store.getState().route.query).toEqual({ state: 'failed' });
  });

  function guarded() {
    const bar = barOf('#/strategies/A');
    const router = createRouter(bar);
    router.start();
    const work = { dirty: true, discarded: 0 };
    const leave = router.guard({ held: () => work.dirty, discard: () => (work.discarded += 1) });
    return { bar, router, work, leave };
  }

  it('asks before unsaved work is left, and stays when told to', () => {
    const { bar, router } = guarded();
    router.go(route('settings'));
    expect(router.store.getState()).toMatchObject({ route: { page: 'strategy' }, asked: { page: 'settings' } });
    expect(bar.hash).toBe('#/strategies/A');
    router.stay();
    expect(router.store.getState()).toMatchObject({ route: { page: 'strategy' }, asked: null });
  });

  it('asks for the back button too and puts the address back meanwhile', () => {
    const { bar, router } = guarded();
    bar.typed('#/runs');
    expect(bar.hash).toBe('#/strategies/A');
    expect(router.store.getState().asked?.page).toBe('runs');
  });

  it('leaves with the draft kept or discarded', () => {
    const kept = guarded();
    kept.router.go(route('settings'));
    kept.router.leave('keep');
    expect(kept.router.store.getState().route.page).toBe('settings');
    expect(kept.work.discarded).toBe(0);
    const dropped = guarded();
    dropped.router.go(route('settings'));
    dropped.router.leave('discard');
    expect(dropped.router.store.getState()).toMatchObject({ route: { page: 'settings' }, asked: null });
    expect(dropped.work.discarded).toBe(1);
  });

  it('does not ask for a changed query, for saved work, or once the page has gone', () => {
    const { router, work, leave } = guarded();
    router.go(route('strategy', 'A', { tab: 'versions' }));
    expect(router.store.getState().asked).toBeNull();
    work.dirty = false;
    router.go(route('runs'));
    expect(router.store.getState().route.page).toBe('runs');
    work.dirty = true;
    leave();
    router.go(route('settings'));
    expect(router.store.getState().route.page).toBe('settings');
  });
});
