// The third witness in the facts of a run: what the database itself recorded.
import type { DatabaseWitness } from '../../shared/domain/catalogue/witness.ts';
import { useText } from '../i18n/text-provider.tsx';
import { Fact } from '../ui/layout.tsx';
import { RelativeTime } from '../ui/words.tsx';

export function WitnessFact({ witness }: { witness: DatabaseWitness }) {
  const { t, format } = useText();
  const { status, inputType, inputBytes, outputBytes, failedOperations, askedAt } = witness;
  const parts = [
    [status, inputType].filter((part) => part !== null).join(' · ') || t('database.witnessNone'),
    inputBytes !== null && outputBytes !== null
      ? t('database.witnessBytes', { input: format.bytes(inputBytes), output: format.bytes(outputBytes) })
      : null,
    failedOperations.length > 0 ? t('database.witnessFailed', { operations: failedOperations.join(', ') }) : null,
  ].filter((part) => part !== null);
  return (
    <Fact term={t('database.witness')}>
      {parts.join(', ')} <span className="muted">(<RelativeTime at={askedAt} />)</span>
    </Fact>
  );
}
