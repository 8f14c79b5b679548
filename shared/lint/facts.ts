// What the linter knows of a database. What was not asked or could not be answered is `null`, and no rule takes it for
// good or for bad. Asks nobody.
import { z } from 'zod';
import type { Configuration } from '../domain/catalogue/backups.ts';
import type { Panel, PanelName } from '../domain/catalogue/catalogue.ts';
import { keepsRedo } from '../domain/catalogue/identity.ts';
import type { TargetSpec } from '../domain/target.ts';

const configuredSchema = z.strictObject({
  /** `CONFIGURE RETENTION POLICY`. */
  retention: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('redundancy'), copies: z.number() }),
    z.strictObject({ kind: z.literal('window'), days: z.number() }),
    z.strictObject({ kind: z.literal('none') }),
  ]),
  autobackup: z.boolean(),
  encryption: z.boolean(),
});

export const targetFactsSchema = z.strictObject({
  /** How RMAN logs in. */
  login: z.enum(['os', 'wallet', 'password']).nullable(),
  /** As `19` or `19.21.0.0.0`. */
  release: z.string().nullable(),
  archivelog: z.boolean().nullable(),
  /** PRIMARY, PHYSICAL STANDBY … */
  role: z.string().nullable(),
  /** `name` is null where the banner names no edition, as Standard Edition before 12.1. */
  edition: z.strictObject({ name: z.string().nullable() }).nullable(),
  dataFiles: z.array(z.string()).nullable(),
  /** `path` is null in a database without a recovery area. */
  recoveryArea: z.strictObject({ path: z.string().nullable() }).nullable(),
  /** Tablespaces that `CONFIGURE EXCLUDE` leaves out of BACKUP DATABASE. */
  excluded: z.array(z.string()).nullable(),
  configured: configuredSchema.nullable(),
});
export type TargetFacts = z.infer<typeof targetFactsSchema>;

/** Nothing known: for a file that belongs to no database yet. */
export const NO_FACTS: TargetFacts = {
  login: null, release: null, archivelog: null, role: null, edition: null,
  dataFiles: null, recoveryArea: null, excluded: null, configured: null,
};

/** What the description of a database itself says. */
export const factsOfTarget = ({ login, runner }: Pick<TargetSpec, 'login' | 'runner'>): TargetFacts => ({
  ...NO_FACTS,
  login: login.kind,
  release: runner.kind === 'simulated' ? runner.version : null,
});

/** The panels that `factsOfPanels` reads. */
export const FACT_PANELS = ['identity', 'data-files', 'recovery-area', 'tablespaces', 'configuration'] as const satisfies
  readonly PanelName[];

/** The same with what the database has answered. */
export function factsOfPanels(known: TargetFacts, panels: readonly Panel[]): TargetFacts {
  const facts = { ...known };
  for (const panel of panels) Object.assign(facts, factsOf(panel));
  const configuration = panels.find((panel) => panel.name === 'configuration')?.result;
  if (configuration?.state === 'ok') facts.configured = configuredBy(configuration.value.items, facts.release);
  return facts;
}

function factsOf({ name, result }: Panel): Partial<TargetFacts> {
  if (result.state !== 'ok') return {};
  switch (name) {
    case 'identity':
      return {
        archivelog: keepsRedo(result.value), role: result.value.role,
        edition: { name: result.value.edition }, release: result.value.version,
      };
    case 'data-files':
      // A list that was cut still tells where data files are.
      return { dataFiles: result.value.items.map((file) => file.name) };
    case 'recovery-area':
      return { recoveryArea: { path: result.value.name } };
    case 'tablespaces':
      return { excluded: result.value.items.flatMap((one) => (one.excluded ? [one.name] : [])) };
    default:
      return {};
  }
}

/** V$RMAN_CONFIGURATION has a row for what differs from the default alone; autobackup is on by default since 12.2. */
function configuredBy(rows: readonly Configuration[], release: string | null): TargetFacts['configured'] {
  const valueOf = (name: string): string | null =>
    rows.find((row) => row.name === name)?.value.trim().toUpperCase() ?? null;
  const autobackup = valueOf('CONTROLFILE AUTOBACKUP');
  const onByDefault = release !== null && Number.parseFloat(release) >= 12.2;
  return {
    retention: retentionOf(valueOf('RETENTION POLICY')),
    autobackup: autobackup === null ? onByDefault : autobackup === 'ON',
    encryption: rows.some(({ name, value }) => name.startsWith('ENCRYPTION FOR') && value.trim().toUpperCase() === 'ON'),
  };
}

function retentionOf(value: string | null): NonNullable<TargetFacts['configured']>['retention'] {
  const window = /^TO RECOVERY WINDOW OF (\d+)/.exec(value ?? '');
  if (window) return { kind: 'window', days: Number(window[1]) };
  if (/^TO NONE/.test(value ?? '')) return { kind: 'none' };
  return { kind: 'redundancy', copies: Number(/^TO REDUNDANCY (\d+)/.exec(value ?? '')?.[1] ?? 1) };
}
