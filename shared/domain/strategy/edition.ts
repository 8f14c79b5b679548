// Which options of a strategy need Enterprise Edition or a licence of their own (reference §2.9). Pure; knows no price.
import type { StrategySpec } from '../strategy.ts';
import { applies } from './applies.ts';
import type { DataPumpScope } from './data-pump.ts';
import { isFilesScope } from './scope.ts';

export type Licence = 'Advanced Compression' | 'Advanced Security';

/** One option that not every database may use. `option` as RMAN or Data Pump write it, the same in every language. */
export type EditionNeed = {
  path: string;
  option: string;
  /** What other editions do with it: refuse it, or take the channels one after the other. */
  otherwise: 'refused' | 'serial';
  licence: Licence | null;
};

/** What `spec` asks for beyond what every edition has. */
export function editionNeeds(spec: StrategySpec): EditionNeed[] {
  const { channels, compression, encryption, device, scope } = spec;
  if (scope.kind === 'data-pump') return exportNeeds(scope, encryption.kind !== 'as-configured');
  const needs: EditionNeed[] = [];
  if (applies('channels', scope) && channels > 1) {
    needs.push({ path: 'channels', option: `ALLOCATE CHANNEL ×${channels}`, otherwise: 'serial', licence: null });
  }
  if (applies('compression', scope) && compression !== 'none' && compression !== 'basic') {
    const option = `COMPRESSION ${compression.toUpperCase()}`;
    needs.push({ path: 'compression', option, otherwise: 'refused', licence: 'Advanced Compression' });
  }
  // A media manager of Oracle's own may bring the right to encrypt along.
  if (applies('encryption', scope) && encryption.kind !== 'as-configured' && device.kind === 'disk') {
    needs.push({ path: 'encryption', option: 'SET ENCRYPTION', otherwise: 'refused', licence: 'Advanced Security' });
  }
  return needs;
}

function exportNeeds({ parallel, compression }: DataPumpScope, encrypts: boolean): EditionNeed[] {
  const needs: EditionNeed[] = [];
  if (parallel > 1) {
    needs.push({ path: 'scope.parallel', option: `PARALLEL=${parallel}`, otherwise: 'refused', licence: null });
  }
  if (compression === 'all' || compression === 'data-only') {
    const option = `COMPRESSION=${compression.replace('-', '_').toUpperCase()}`;
    needs.push({ path: 'scope.compression', option, otherwise: 'refused', licence: 'Advanced Compression' });
  }
  if (encrypts) needs.push({ path: 'encryption', option: 'ENCRYPTION', otherwise: 'refused', licence: 'Advanced Security' });
  return needs;
}

/** True when every run reads data files for their changes alone. */
export const readsChanges = ({ scope }: Pick<StrategySpec, 'scope'>): boolean =>
  isFilesScope(scope) && (scope.mode.startsWith('level-1') || scope.mode === 'updated-copy');

/** From the banner's words: Enterprise and Personal Edition have everything; `null` names none, as SE 11.2 does. */
export const isEnterprise = (edition: string | null): boolean =>
  edition !== null && /enterprise|personal/i.test(edition);
