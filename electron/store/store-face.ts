// The port's methods over anything that answers `group.name` with values; knows neither thread nor SQLite.
import type { Store } from '../app/store-port.ts';
import { storeMethods, type TableGroup } from './store-methods.ts';

export type Ask = (method: string, values: unknown[]) => Promise<unknown>;

/** Everything of the port but opening and closing. */
export function storeFace(ask: Ask): Omit<Store, 'notices' | 'close'> {
  const methodsOf = (group: TableGroup): object =>
    Object.fromEntries(
      Object.keys(storeMethods[group]).map((name) => [
        name,
        (...values: unknown[]) => ask(`${group}.${name}`, values),
      ]),
    );
  const groups = Object.keys(storeMethods).map((group) => [group, methodsOf(group as TableGroup)]);
  return {
    // Complete because `storeMethods` is, by its type.
    ...(Object.fromEntries(groups) as Pick<Store, TableGroup>),
    changesElsewhere: () => ask('changesElsewhere', []) as Promise<number>,
  };
}
