// A bell that many can wait for; each ring wakes all who wait at that moment.

export type Bell = { ring(): void; next(): Promise<void> };

export function createBell(): Bell {
  let ring = (): void => {};
  let next: Promise<void> | null = null;
  return {
    ring() {
      const wake = ring;
      next = null;
      ring = () => {};
      wake();
    },
    next: () => (next ??= new Promise<void>((resolve) => (ring = resolve))),
  };
}
