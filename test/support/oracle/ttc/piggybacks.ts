// The messages that ride before a function (reference §10): what each frees or sets, and how long each is.
import { MalformedMessage, type Reader } from './reader.ts';

/** What piggybacks ask of a session. */
export type PiggybackTarget = {
  closeCursor(id: number): void;
  freeLob(locator: Buffer): void;
  setSchema(name: string): void;
  setAttribute(name: 'clientId' | 'module' | 'action' | 'clientInfo', value: string | null): void;
};

const LOCATOR = 40;

function readAttributes(from: Reader, target: PiggybackTarget): void {
  from.skip(2);
  from.ub();
  const pair = () => ({ set: from.u8() !== 0, length: from.ub() });
  const [clientId, module, action, ecid] = [pair(), pair(), pair(), pair()];
  from.skip(1);
  from.ub();
  const clientInfo = pair();
  from.skip(1);
  from.ub();
  from.skip(1);
  from.ub();
  const operation = pair();
  const take = (one: { length: number }) => (one.length > 0 ? (from.bytes()?.toString('utf8') ?? null) : null);
  const store = (name: Parameters<PiggybackTarget['setAttribute']>[0], one: { set: boolean; length: number }) => {
    const value = take(one);
    if (one.set) target.setAttribute(name, value);
  };
  store('clientId', clientId);
  store('module', module);
  store('action', action);
  take(ecid);
  store('clientInfo', clientInfo);
  take(operation);
}

function readFreeLobs(from: Reader, target: PiggybackTarget): void {
  from.skip(1);
  const total = from.ub();
  from.skip(1);
  from.skipUbs(3);
  from.skip(3);
  from.ub();
  from.skip(1);
  from.skipUbs(3);
  from.skip(1);
  for (let i = 0; i < 3; i += 1) {
    from.skip(1);
    from.ub();
  }
  for (let done = 0; done < total; done += LOCATOR) target.freeLob(from.raw(LOCATOR));
}

export function readPiggyback(code: number, from: Reader, target: PiggybackTarget): void {
  switch (code) {
    case 105:
    case 120: {
      from.skip(1);
      for (let left = from.ub(); left > 0; left -= 1) {
        const id = from.ub();
        if (code === 105) target.closeCursor(id);
      }
      return;
    }
    case 152: {
      from.skip(1);
      from.ub();
      target.setSchema((from.bytes() ?? Buffer.alloc(0)).toString('utf8'));
      return;
    }
    case 135:
      return readAttributes(from, target);
    case 96:
      return readFreeLobs(from, target);
    case 199:
      from.ub();
      from.skip(2);
      return;
    case 204: {
      from.ub();
      from.skip(1);
      for (let left = from.ub(); left > 0; left -= 1) from.keyValue();
      return;
    }
    default:
      throw new MalformedMessage(`piggyback ${code} is not understood`);
  }
}
