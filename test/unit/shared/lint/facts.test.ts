import { describe, expect, it } from 'vitest';
import type { Panel } from '../../../../shared/domain/catalogue/catalogue.ts';
import { newTargetSpec } from '../../../../shared/domain/target.ts';
import { factsOfPanels, factsOfTarget, NO_FACTS, targetFactsSchema } from '../../../../shared/lint/facts.ts';

const ok = (name: string, value: unknown): Panel => ({ name, result: { state: 'ok', value, askedAt: 0 } }) as Panel;
const identity = (version: string, logMode = 'ARCHIVELOG') =>
  ok('identity', { version, logMode, role: 'PRIMARY', edition: 'Enterprise Edition' });
const configured = (...items: [name: string, value: string][]) =>
  ok('configuration', { cut: false, items: items.map(([name, value], number) => ({ number, name, value })) });

describe('what is known of a database', () => {
  it('is nothing but the log-in before it was asked, and the release of a simulated one', () => {
    expect(factsOfTarget(newTargetSpec('local'))).toEqual({ ...NO_FACTS, login: 'os' });
    expect(factsOfTarget(newTargetSpec('simulated')).release).toBe('19');
  });

  it('comes from its answers', () => {
    const facts = factsOfPanels(NO_FACTS, [
      identity('19.3.0.0.0', 'NOARCHIVELOG'),
      ok('data-files', { cut: true, items: [{ name: '/u02/a.dbf' }] }),
      ok('recovery-area', { name: null }),
      ok('tablespaces', { cut: false, items: [{ name: 'OLD', excluded: true }, { name: 'USERS', excluded: false }] }),
    ]);
    expect(targetFactsSchema.parse(facts)).toMatchObject({
      archivelog: false, role: 'PRIMARY', edition: { name: 'Enterprise Edition' }, dataFiles: ['/u02/a.dbf'],
      recoveryArea: { path: null }, excluded: ['OLD'], configured: null,
    });
  });

  it('stays unknown where there was no answer', () => {
    const denied = { name: 'identity', result: { state: 'denied', code: 'ORA-00942', grants: ['GRANT'] } } as Panel;
    expect(factsOfPanels(NO_FACTS, [denied])).toEqual(NO_FACTS);
  });

  it.each([
    ['19.3', [], { retention: { kind: 'redundancy', copies: 1 }, autobackup: true, encryption: false }],
    ['12.1.0.2', [], { autobackup: false }],
    ['12.2.0.1', [['CONTROLFILE AUTOBACKUP', 'OFF']], { autobackup: false }],
    ['11.2.0.4', [['CONTROLFILE AUTOBACKUP', 'ON']], { autobackup: true }],
    ['19.3', [['RETENTION POLICY', 'TO RECOVERY WINDOW OF 14 DAYS']], { retention: { kind: 'window', days: 14 } }],
    ['19.3', [['RETENTION POLICY', 'TO REDUNDANCY 3']], { retention: { kind: 'redundancy', copies: 3 } }],
    ['19.3', [['RETENTION POLICY', 'TO NONE']], { retention: { kind: 'none' } }],
    ['19.3', [['ENCRYPTION FOR DATABASE', 'ON']], { encryption: true }],
  ] as const)('the configuration of %s with %j is %j', (version, rows, expected) => {
    const panels = [identity(version), configured(...rows.map(([name, value]) => [name, value] as [string, string]))];
    expect(factsOfPanels(NO_FACTS, panels).configured).toMatchObject(expected);
  });
});
