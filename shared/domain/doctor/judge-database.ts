// What a database says of itself, judged for the backups that are to be made of it. Pure; asks nothing.
import type { Configuration } from '../catalogue/backups.ts';
import { keepsRedo, type Identity } from '../catalogue/identity.ts';
import { firmShare, NEARLY_FULL, type ChangeTracking, type RecoveryArea } from '../catalogue/storage.ts';
import type { CheckRow } from '../check.ts';
import { isEnterprise, readsChanges } from '../strategy/edition.ts';
import { applies } from '../strategy/applies.ts';
import { isFilesScope } from '../strategy/scope.ts';
import type { StrategySpec } from '../strategy.ts';
import { finding, good, judged, sizeText, type Asked } from './row.ts';

export type DatabaseFacts = {
  identity: Asked<Identity>;
  recoveryArea: Asked<RecoveryArea>;
  configuration: Asked<{ items: Configuration[] }>;
  changeTracking: Asked<ChangeTracking>;
};

/** Here the area is full: archiving stops the database at the limit itself. */
const FULL = 0.97;

/** Enabled strategies of the database decide what matters of it. `client`: the release of the RMAN client, if known. */
export function databaseRows(facts: DatabaseFacts, specs: readonly StrategySpec[], client: string | null): CheckRow[] {
  return [
    ...judged('release', facts.identity, (identity) => [releaseRow(client, identity)]),
    ...judged('log-mode', facts.identity, (identity) => [logModeRow(identity)]),
    ...judged('recovery-area', facts.recoveryArea, (area) => [recoveryAreaRow(area, specs)]),
    ...judged('autobackup', facts.configuration, ({ items }) => [autobackupRow(items, facts.identity, specs)]),
    ...changeTrackingRows(facts, specs),
  ];
}

const firstNumbers = (release: string): [number, number] => {
  const [major = 0, minor = 0] = release.split('.').map(Number);
  return [major, minor];
};

/** A client of the same release is always right; an older one may refuse (reference §1.3). */
export function releaseRow(client: string | null, { version, edition }: Identity): CheckRow {
  const found = [version, edition].filter((part) => part !== null).join(' · ');
  if (client === null) return good('release', found);
  const [major, minor] = firstNumbers(client);
  const [databaseMajor, databaseMinor] = firstNumbers(version);
  // From 18c on the second number counts updates, which may differ.
  const same = major === databaseMajor && (major >= 18 || minor === databaseMinor);
  if (same) return good('release', found);
  const older = major < databaseMajor || (major === databaseMajor && minor < databaseMinor);
  return finding('release', 'warning', found, older ? 'doctor.client-older' : 'doctor.client-newer', {
    client,
    database: version,
  });
}

function logModeRow(identity: Identity): CheckRow {
  return keepsRedo(identity)
    ? good('log-mode', identity.logMode)
    : finding('log-mode', 'bad', identity.logMode, 'doctor.no-archivelog');
}

/** Pieces go to the recovery area when they have no other place. */
const usesArea = ({ device, format, scope, perChannel }: StrategySpec): boolean =>
  applies('format', scope) && scope.kind !== 'recovery-area' && device.kind === 'disk' && format === null &&
  !perChannel.some((one) => one.format !== null);

export function recoveryAreaRow(area: RecoveryArea, specs: readonly StrategySpec[]): CheckRow {
  const share = firmShare(area);
  if (share === null) {
    const needing = specs.find(usesArea);
    return needing
      ? finding('recovery-area', 'warning', '–', 'doctor.area-none', { strategy: needing.name })
      : good('recovery-area', '–');
  }
  const percent = Math.floor(share * 100);
  const found = `${area.name} · ${percent} % / ${sizeText(area.limitBytes)}`;
  if (share < NEARLY_FULL) return good('recovery-area', found);
  const params = { percent, limit: sizeText(area.limitBytes) };
  return share < FULL
    ? finding('recovery-area', 'warning', found, 'doctor.area-nearly-full', params)
    : finding('recovery-area', 'bad', found, 'doctor.area-full', params);
}

/** The view holds only what differs from the default, which is ON from 12.2 on (reference §2.3). */
export function autobackupRow(
  items: readonly Configuration[],
  identity: Asked<Identity>,
  specs: readonly StrategySpec[],
): CheckRow {
  const set = items.find(({ name }) => name === 'CONTROLFILE AUTOBACKUP')?.value.toUpperCase();
  const version = identity?.state === 'ok' ? firstNumbers(identity.value.version) : null;
  if (set === undefined && version === null) return finding('autobackup', 'unknown', '', 'doctor.sql-needed');
  const on = set === undefined ? isSince122(version!) : set.includes('ON');
  if (on) return good('autobackup', 'ON');
  const bare = specs.find((spec) => isFilesScope(spec.scope) && !spec.validateOnly && spec.controlFile.kind === 'as-configured');
  return bare ? finding('autobackup', 'warning', 'OFF', 'doctor.no-autobackup', { strategy: bare.name }) : good('autobackup', 'OFF');
}

const isSince122 = ([major, minor]: [number, number]): boolean => major > 12 || (major === 12 && minor >= 2);

/** Only where a strategy reads changes, and only in an edition that has it. */
function changeTrackingRows({ identity, changeTracking }: DatabaseFacts, specs: readonly StrategySpec[]): CheckRow[] {
  if (!specs.some(readsChanges)) return [];
  if (identity?.state === 'ok' && !isEnterprise(identity.value.edition)) return [];
  return judged('change-tracking', changeTracking, ({ enabled, file }) => [
    enabled
      ? good('change-tracking', file ?? 'ENABLED')
      : finding('change-tracking', 'warning', 'DISABLED', 'doctor.no-change-tracking'),
  ]);
}

/** Beyond this a time of the database cannot be set beside one of a run; beyond the other it deceives. */
const APART_S = 30;
const FAR_APART_S = 600;

/** `skewMs`: by how much a clock is ahead of this machine's. `where` says whose. */
export function clockRow(where: string, skewMs: number): CheckRow {
  const seconds = Math.round(Math.abs(skewMs) / 1000);
  const found = `${where} ${skewMs < 0 ? '−' : '+'}${seconds} s`;
  if (seconds < APART_S) return good('clock', found);
  return finding('clock', seconds < FAR_APART_S ? 'warning' : 'bad', found, 'doctor.clock-apart', { seconds });
}
