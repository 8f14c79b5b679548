// What a database says of itself that a simulation can use. What it does not answer stays unknown.
import { keepsRedo } from '../../shared/domain/catalogue/identity.ts';
import type { Panel, PanelName, PanelValue } from '../../shared/domain/catalogue/catalogue.ts';
import type { Configuration } from '../../shared/domain/catalogue/backups.ts';
import type { Figures } from '../../shared/simulation/figures.ts';
import type { Testimony } from '../../shared/simulation/derive-figures.ts';

type Ask = (name: PanelName) => Promise<Panel>;

/** `ask` null: the database has no SQL connection. */
export async function testimonyOf(ask: Ask | null): Promise<Testimony & { recoveryAreaFree: number | null }> {
  if (ask === null) return { databaseBytes: null, keepsRedo: null, configuredRetention: null, recoveryAreaFree: null };
  const [identity, tablespaces, configuration, area] = [
    await answered(ask, 'identity'),
    await answered(ask, 'tablespaces'),
    await answered(ask, 'configuration'),
    await answered(ask, 'recovery-area'),
  ];
  return {
    databaseBytes:
      tablespaces && !tablespaces.cut ? tablespaces.items.reduce((sum, { bytes }) => sum + bytes, 0) : null,
    keepsRedo: identity && keepsRedo(identity),
    configuredRetention: configuration && retentionIn(configuration.items),
    recoveryAreaFree:
      area === null || area.name === null
        ? null
        : Math.max(0, area.limitBytes - area.usedBytes + area.reclaimableBytes),
  };
}

async function answered<Name extends PanelName>(ask: Ask, name: Name): Promise<PanelValue<Name> | null> {
  const { result } = (await ask(name)) as Panel<Name>;
  return result.state === 'ok' ? (result.value as PanelValue<Name>) : null;
}

/** Only what differs from RMAN's default has a row: none is `REDUNDANCY 1` (reference §5.2). */
export function retentionIn(items: readonly Configuration[]): Figures['configuredRetention']['value'] | null {
  const row = items.find(({ name }) => name === 'RETENTION POLICY');
  if (row === undefined) return { kind: 'redundancy', copies: 1 };
  const [, copies] = /^TO REDUNDANCY (\d+)$/i.exec(row.value) ?? [];
  if (copies !== undefined) return { kind: 'redundancy', copies: Number(copies) };
  const [, days] = /^TO RECOVERY WINDOW OF (\d+) DAYS$/i.exec(row.value) ?? [];
  if (days !== undefined) return { kind: 'window', days: Number(days) };
  return /^TO NONE$/i.test(row.value) ? { kind: 'none' } : null;
}
