// What was typed earlier and not saved, offered again: since when, on which version, go on or discard.
import { History } from 'lucide-react';
import { useStore } from 'zustand';
import { useText } from '../../i18n/text-provider.tsx';
import type { Form } from '../../state/form.ts';
import { useParts } from '../../state/window-parts.tsx';
import { Button } from '../../ui/button.tsx';
import { Callout } from '../../ui/layout.tsx';
import { RelativeTime } from '../../ui/words.tsx';

/** `formKey` as the form has it; nothing while the draft is of this sitting. */
export function DraftOffer<Value>({ formKey, form }: { formKey: string; form: Form<Value> }) {
  const { t } = useText();
  const { drafts } = useParts();
  const draft = useStore(drafts.store, (all) => all[formKey]);
  if (!draft?.isFound || !form.dirty) return null;
  return (
    <Callout tone="active" icon={History}>
      <strong>{t('strategyFiles.draftTitle')}</strong>
      <p>
        {t(form.base === 0 ? 'strategyFiles.draftNew' : 'strategyFiles.draftOf', { version: form.base })}{' '}
        <RelativeTime at={draft.touchedAt} />
      </p>
      <div className="form-bar-choice">
        <Button onClick={() => drafts.put(formKey, draft.value, draft.base)}>{t('strategyFiles.draftGoOn')}</Button>
        <Button onClick={form.discard}>{t('strategyFiles.draftDiscard')}</Button>
      </div>
    </Callout>
  );
}
