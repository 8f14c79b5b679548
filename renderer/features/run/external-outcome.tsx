// A run that somebody else started: what the database recorded is all there is.
import { ExternalLink } from 'lucide-react';
import type { DatabaseWitness } from '../../../shared/domain/catalogue/witness.ts';
import { useText } from '../../i18n/text-provider.tsx';
import { Callout } from '../../ui/layout.tsx';

export function ExternalOutcome() {
  const { t } = useText();
  return (
    <Callout tone="idle" icon={ExternalLink}>
      <h2>{t('database.externalTitle')}</h2>
      <p>{t('database.externalText')}</p>
    </Callout>
  );
}

/** Pieces as recorded, with their bytes; where there is a verdict, its table has them. */
export function RecordedPieces({ witness }: { witness: DatabaseWitness }) {
  const { t, format } = useText();
  if (witness.pieces.length === 0) return null;
  return (
    <details open={witness.pieces.length <= 20}>
      <summary>
        {t('database.recordedPieces')} ({format.number(witness.pieces.length)})
      </summary>
      <ul className="recorded-pieces">
        {witness.pieces.map(({ handle, bytes, tag }, index) => (
          <li key={index}>
            <span className="mono breakable">{handle ?? t('database.noHandle')}</span>{' '}
            <span className="muted">{[tag, bytes === null ? null : format.bytes(bytes)].filter(Boolean).join(' · ')}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
