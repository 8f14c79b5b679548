// One Data Pump export of every kind, each with a name for its golden parfile; together they use every option.
import type { StrategySpec } from '../../shared/domain/strategy.ts';
import { withoutIdleOptions } from '../../shared/domain/strategy/applies.ts';
import { newDataPumpScope, type DataPumpScope } from '../../shared/domain/strategy/data-pump.ts';
import { strategySpec } from './strategy-specs.ts';

/** An export that the rules allow: schema HR, changed as asked. */
export const exportSpec = (scope: Partial<DataPumpScope> = {}, change: Partial<StrategySpec> = {}): StrategySpec =>
  withoutIdleOptions({
    ...strategySpec({ name: 'HR nightly' }),
    scope: { ...newDataPumpScope(), what: { by: 'schemas', schemas: ['HR'] }, ...scope },
    ...change,
  });

type Kind = [name: string, spec: StrategySpec];

const kind = (name: string, scope: Partial<DataPumpScope>, change: Partial<StrategySpec> = {}): Kind => [
  name,
  exportSpec(scope, { name, ...change }),
];

/** All of them run to a good end in the simulated database; those in `NOT_BEFORE_12` need a later release than 11.2. */
export const exportKinds: Kind[] = [
  kind('export-schemas', { what: { by: 'schemas', schemas: ['HR', 'sh'] }, fileName: 'nightly' }),
  kind('export-full', {
    what: { by: 'full' }, parallel: 4, fileSize: '4G', files: 'any-number',
    filter: { kind: 'exclude', items: [{ path: 'STATISTICS', expression: null }, { path: 'SCHEMA', expression: "IN ('SH','OUTLN')" }] },
  }),
  kind('export-tables', {
    what: { by: 'tables', tables: ['HR.EMPLOYEES', 'SH.SALES:SALES_Q1_2026', 'APP.Mixed Case', 'HR.EMP#ARCHIVE'] },
    queries: [{ table: 'HR.EMPLOYEES', clause: "WHERE last_name <> 'O''Brien' AND salary > 100" }], files: 'single',
  }),
  kind('export-tablespaces', { what: { by: 'tablespaces', tablespaces: ['USERS'] }, consistent: { kind: 'none' }, metrics: false, logTime: 'none' }),
  kind('export-definitions', { content: 'metadata-only', compression: 'none', version: '12.2', cluster: true }),
  kind('export-rows', {
    content: 'data-only', compression: 'data-only', compressionLevel: 'medium', directory: 'BKP_DIR',
    consistent: { kind: 'at', moment: '2026-10-04T02:00' }, queries: [{ table: null, clause: 'WHERE ROWNUM < 1000' }],
  }),
  kind('export-chosen', {
    filter: { kind: 'include', items: [{ path: 'TABLE', expression: "LIKE 'EMP%'" }, { path: 'TABLE/INDEX', expression: null }] },
    logTime: 'status',
  }),
  kind('export-estimate', { estimateOnly: true, estimate: 'statistics', what: { by: 'schemas', schemas: ['APP'] } }),
  kind('export-encrypted', { compression: 'all' }, { encryption: { kind: 'password', algorithm: 'AES256' } }),
  kind('export-keystore', { encrypted: 'data-only', logTime: 'logfile' }, { encryption: { kind: 'transparent', algorithm: null } }),
  kind('export-dual', { encrypted: 'metadata-only' }, { encryption: { kind: 'dual', algorithm: 'AES128' } }),
  kind('export-encrypted-columns', { encrypted: 'encrypted-columns-only' }, { encryption: { kind: 'password', algorithm: null } }),
];
