// Our few messages of D-Bus against a second implementation of the protocol, whole and in pieces.
import { createRequire } from 'node:module';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeMessage, encodeCall, truthIn } from '../../../../electron/shell/dbus-message.ts';
import { socketPaths } from '../../../../electron/shell/session-bus.ts';

type Other = {
  marshall(message: Record<string, unknown>): [bytes: Buffer, descriptors: unknown[]];
  unmarshall(bytes: Buffer): Record<string, unknown>;
};
const other = createRequire(import.meta.url)('dbus-next/lib/message') as Other;

const call = (args: string[]) => ({
  destination: 'org.kde.StatusNotifierWatcher',
  path: '/StatusNotifierWatcher',
  interface: 'org.freedesktop.DBus.Properties',
  member: 'Get',
  args,
});

test('what we ask is read by others as it was meant', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme' }).filter((text) => !text.includes('\0')), { minLength: 1, maxLength: 3 }), (args) => {
      const read = other.unmarshall(encodeCall(call(args), 7));
      expect(read).toMatchObject({ serial: 7, type: 1, flags: 2, path: '/StatusNotifierWatcher', member: 'Get' });
      expect(read['destination']).toBe('org.kde.StatusNotifierWatcher');
      expect(read['interface']).toBe('org.freedesktop.DBus.Properties');
      expect(read['body']).toEqual(args);
    }),
  );
});

const [signal] = other.marshall({
  type: 4, serial: 3, path: '/StatusNotifierWatcher', interface: 'org.kde.StatusNotifierWatcher',
  member: 'StatusNotifierHostRegistered', flags: 1, body: [],
});
const answer = (signature: string, body: unknown[]): Buffer =>
  other.marshall({ type: 2, serial: 4, replySerial: 9, destination: ':1.5', signature, body, flags: 1 })[0];

describe('what we hear', () => {
  test('signals and answers are told apart', () => {
    expect(decodeMessage(signal)?.message).toMatchObject({
      kind: 'signal', interface: 'org.kde.StatusNotifierWatcher', member: 'StatusNotifierHostRegistered', replyTo: null,
    });
    expect(decodeMessage(answer('b', [true]))?.message).toMatchObject({ kind: 'answer', replyTo: 9 });
  });

  test('a message in pieces is waited for; what follows it is left', () => {
    const two = Buffer.concat([signal, answer('s', ['x'])]);
    for (let end = 0; end < signal.length; end += 1) expect(decodeMessage(two.subarray(0, end))).toBeNull();
    expect(decodeMessage(two)?.size).toBe(signal.length);
    expect(decodeMessage(two.subarray(signal.length))?.message.kind).toBe('answer');
  });

  test('a truth value is read by itself and in a variant; nothing else is true', () => {
    const truth = (signature: string, body: unknown[]): boolean =>
      truthIn(decodeMessage(answer(signature, body))!.message);
    expect([truth('b', [true]), truth('b', [false])]).toEqual([true, false]);
    const variant = (type: string, value: unknown) => [[type, value]];
    expect(truth('v', variant('b', true))).toBe(true);
    expect(truth('v', variant('b', false))).toBe(false);
    expect(truth('v', variant('u', 1))).toBe(false);
    expect(truth('s', ['true'])).toBe(false);
  });

  test('noise is refused, never believed', () => {
    expect(() => decodeMessage(Buffer.alloc(64, 0xff))).toThrow(RangeError);
  });
});

test('the sockets of an address, abstract ones too', () => {
  expect(socketPaths('unix:path=/run/user/1000/bus')).toEqual(['/run/user/1000/bus']);
  expect(socketPaths('unix:abstract=/tmp/dbus-x,guid=1;unix:guid=2,path=/tmp/a%20b')).toEqual(['\0/tmp/dbus-x', '/tmp/a b']);
  expect(socketPaths('tcp:host=localhost,port=1')).toEqual([]);
  expect(socketPaths('')).toEqual([]);
});
