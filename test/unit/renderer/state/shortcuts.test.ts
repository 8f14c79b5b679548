// Strokes and the shortcuts they meet, on both kinds of keyboard.
import { describe, expect, it } from 'vitest';
import { createShortcuts, keysOf } from '../../../../renderer/state/shortcuts.ts';
import { createToasts } from '../../../../renderer/state/toasts.ts';

const stroke = (key: string, held: Partial<Record<'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey', boolean>> = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
});

describe('spelling', () => {
  it('calls the main modifier of each system `mod`', () => {
    expect(keysOf(stroke('k', { ctrlKey: true }), false)).toBe('mod+k');
    expect(keysOf(stroke('k', { metaKey: true }), true)).toBe('mod+k');
    expect(keysOf(stroke('k', { ctrlKey: true }), true)).toBe('k');
  });

  it('counts shift with letters and named keys, not with what needs it to be typed', () => {
    expect(keysOf(stroke('K', { shiftKey: true }), false)).toBe('shift+k');
    expect(keysOf(stroke('Enter', { shiftKey: true }), false)).toBe('shift+Enter');
    expect(keysOf(stroke('?', { shiftKey: true }), false)).toBe('?');
  });
});

describe('pressing', () => {
  function set() {
    const shortcuts = createShortcuts(false);
    const done: string[] = [];
    const add = (keys: string, name: string) =>
      shortcuts.add({ keys, label: name, group: 'page', act: () => done.push(name) });
    return { shortcuts, done, add };
  }

  it('acts on the newest that fits, and on the one below once it has left', () => {
    const { shortcuts, done, add } = set();
    add('n', 'page');
    const leave = add('n', 'dialog');
    shortcuts.press({ ...stroke('n'), inField: false });
    leave();
    shortcuts.press({ ...stroke('n'), inField: false });
    expect(done).toEqual(['dialog', 'page']);
  });

  it('lets the user type: only strokes with the main modifier act in fields', () => {
    const { shortcuts, done, add } = set();
    add('n', 'new');
    add('mod+s', 'save');
    expect(shortcuts.press({ ...stroke('n'), inField: true })).toBe(false);
    expect(shortcuts.press({ ...stroke('s', { ctrlKey: true }), inField: true })).toBe(true);
    expect(done).toEqual(['save']);
  });

  it('leaves unknown strokes to the browser', () => {
    expect(set().shortcuts.press({ ...stroke('x'), inField: false })).toBe(false);
  });
});

describe('messages', () => {
  it('stand until dismissed, the oldest leaving when there are too many', () => {
    const toasts = createToasts();
    for (const text of ['1', '2', '3', '4', '5']) toasts.show({ tone: 'good', text });
    expect(toasts.store.getState().map((toast) => toast.text)).toEqual(['2', '3', '4', '5']);
    toasts.dismiss(toasts.store.getState()[0]?.id ?? -1);
    expect(toasts.store.getState().map((toast) => toast.text)).toEqual(['3', '4', '5']);
  });
});
