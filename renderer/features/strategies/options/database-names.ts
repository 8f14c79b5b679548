// Names of tablespaces, data files and PDBs that the chosen database has, as suggestions; and why there are none.
import { tablespaceName } from '../../../../shared/domain/catalogue/files.ts';
import type { Panel } from '../../../../shared/domain/catalogue/catalogue.ts';
import type { PanelResult } from '../../../../shared/domain/catalogue/panel.ts';
import { errorText } from '../../../../shared/errors/codes.ts';
import type { Format } from '../../../i18n/format.ts';
import { useText } from '../../../i18n/text-provider.tsx';
import { useAnswer } from '../../../state/answer.ts';
import { useClient, useSlice } from '../../../state/window-parts.tsx';
import type { Suggestion } from '../../../ui/suggest.ts';

export type NamesOf = 'tablespaces' | 'data-files' | 'pluggables';

export type DatabaseNames = { suggestions: readonly Suggestion[]; note: string | null };

const NONE: readonly Suggestion[] = [];

/** Asks for what one field needs, and only when its database has a SQL connection. */
export function useDatabaseNames(targetId: string, name: NamesOf): DatabaseNames {
  const { t, language, format } = useText();
  const client = useClient();
  const target = useSlice('targets').find(({ id }) => id === targetId);
  const connected = target !== undefined && target.spec.sql !== null;
  const ask = async (): Promise<Panel | null> =>
    connected ? ((await client.ask('catalogue.panel', { targetId, name, fresh: false })) as Panel) : null;
  const { answer, problem } = useAnswer(ask, `${targetId} ${name} ${connected}`);
  const none = (note: string | null): DatabaseNames => ({ suggestions: NONE, note });
  if (!target) return none(null);
  if (!connected) return none(t('options.namesNoConnection', { database: target.spec.name }));
  if (problem) return none(t('options.namesNone', { why: problem }));
  if (answer === null || answer.name !== name) return none(null);
  const { result } = answer;
  if (result.state === 'denied') return none(t('options.namesDenied', { grants: result.grants.join('; ') }));
  if (result.state === 'unsupported') return none(t('options.namesUnsupported', { since: result.since }));
  if (result.state === 'failed') {
    return none(t('options.namesNone', { why: errorText(result.error.code, result.error.params, language) }));
  }
  return { suggestions: suggestionsOf(answer, format), note: null };
}

function suggestionsOf(panel: Panel, format: Format): Suggestion[] {
  const detail = (...parts: (string | number | null)[]): string => parts.filter((part) => part !== null).join(' · ');
  const size = (bytes: number | null): string | null => (bytes === null ? null : format.bytes(bytes));
  switch (panel.name) {
    case 'tablespaces':
      return itemsOf(panel.result).map((one) => ({
        value: tablespaceName(one), detail: detail(size(one.bytes)), also: one.container ?? '',
      }));
    case 'data-files':
      return itemsOf(panel.result).map((one) => ({
        value: one.name, detail: detail(one.number, tablespaceName({ ...one, name: one.tablespace }), size(one.bytes)),
      }));
    case 'pluggables':
      return itemsOf(panel.result).map((one) => ({ value: one.name, detail: detail(one.openMode, size(one.bytes)) }));
    default:
      return [];
  }
}

const itemsOf = <Item>(result: PanelResult<{ items: Item[] }>): Item[] =>
  result.state === 'ok' ? result.value.items : [];
