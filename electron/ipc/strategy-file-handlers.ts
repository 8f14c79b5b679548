// Ties the endpoints of strategy files to the store and the desktop: gathers, renders, writes.
import type { Application } from '../app/compose.ts';
import { openedCopy } from '../strategies/opened-copy.ts';
import { strategiesToFile } from '../../shared/domain/strategy-file.ts';
import type { BackupScope } from '../../shared/domain/strategy.ts';
import { AppError } from '../../shared/errors/app-error.ts';
import type { RespaldoHandlers } from '../../shared/ipc/contract.ts';
import type { ScriptSource } from '../../shared/ipc/endpoints/strategy-files.ts';
import { renderScript } from '../../shared/rman/render-script.ts';
import { saveText } from './written-files.ts';

type Own = Extract<keyof RespaldoHandlers, `strategyFiles.${string}`>;

export function strategyFileHandlers({ ports }: Application): Pick<RespaldoHandlers, Own> {
  const { store, desktop, paths } = ports;
  return {
    async 'strategyFiles.export'({ ids }) {
      const [found, targets] = await Promise.all([store.strategies.some(ids), store.targets.list()]);
      if (found.length < new Set(ids).size) throw new AppError('strategy.missing');
      const nameOf = (id: string): string | null => targets.find((one) => one.id === id)?.spec.name ?? null;
      const inOrder = ids.flatMap((id) => found.find((one) => one.id === id) ?? []);
      const text = strategiesToFile(inOrder.map(({ targetId, spec }) => ({ target: nameOf(targetId), spec })));
      const [only] = inOrder;
      const name = inOrder.length === 1 && only ? fileNameOf(only.spec.name) : 'strategies';
      return saveText(desktop, `respaldo-${name}.json`, text);
    },
    async 'strategyFiles.saveScript'(source) {
      const { file, text } = await scriptOf(source);
      return saveText(desktop, file, text);
    },
    async 'strategyFiles.openScript'(source) {
      const { file, text } = await scriptOf(source);
      await desktop.openFile(await openedCopy(paths.profile, `${file}.txt`, text));
    },
  };

  async function scriptOf(source: ScriptSource): Promise<{ file: string; text: string }> {
    if (source.of === 'strategy') {
      const { spec, version } = source;
      const { text } = renderScript(spec, { version, commandId: null });
      return { file: `${fileNameOf(spec.name)}.${endingOf(spec.scope)}`, text };
    }
    const stored = await store.runs.get(source.runId);
    if (!stored) throw new AppError('run.missing');
    const { run, script, strategySpec } = stored;
    return { file: `${fileNameOf(run.strategyName)}-${run.id}.${endingOf(strategySpec.scope)}`, text: script };
  }
}

/** As DBAs name them. */
const endingOf = ({ kind }: BackupScope): string => (kind === 'data-pump' ? 'par' : 'rman');

/** A name for a file: letters and digits of any language, everything else a hyphen. */
const fileNameOf = (name: string): string =>
  name.normalize('NFC').replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-+|-+$/g, '').slice(0, 60) || 'strategy';
