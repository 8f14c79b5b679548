// What must be known about a verdict besides its outcome: contradictions first, then what it does not cover.
import { CircleHelp, CircleSlash, Globe, Info, Scale, Scissors } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import type { SessionVerdict } from '../../shared/domain/verdict.ts';
import { disagreementText } from '../../shared/rman/findings/disagreements.ts';
import { useText } from '../i18n/text-provider.tsx';
import { Callout, type Tone } from '../ui/layout.tsx';
import './verdict.css';

type Note = { key: string; tone: Tone; icon: LucideIcon; text: string };

export function VerdictNotes({ verdict }: { verdict: SessionVerdict }) {
  const { t, language } = useText();
  const { disagreements } = verdict;
  const note = (there: boolean, key: string, tone: Tone, icon: LucideIcon, text: string): Note[] =>
    there ? [{ key, tone, icon, text }] : [];
  const notes = [
    ...note(verdict.tool === 'unknown' && verdict.rootCause === null, 'no-log', 'warning', CircleHelp, t('verdict.noLog')),
    ...note(verdict.nothingToDo, 'nothing', 'idle', CircleSlash, t('verdict.nothingToDo')),
    ...note(verdict.partial, 'partial', 'warning', Scissors, t('verdict.partial')),
    ...note(verdict.truncated && verdict.rootCause?.code !== 'log-truncated', 'truncated', 'warning', Scissors, t('verdict.truncated')),
    ...note(verdict.restored, 'restored', 'idle', Info, t('verdict.restored')),
    ...note(verdict.reducedConfidence, 'language', 'idle', Globe, t('verdict.reducedConfidence')),
  ];
  if (notes.length === 0 && disagreements.length === 0) return null;
  return (
    <div className="verdict-notes">
      {disagreements.length > 0 && (
        <Callout tone="warning" icon={Scale}>
          <h2>{t('verdict.disagreements')}</h2>
          <ul className="verdict-witnesses">
            {disagreements.map((disagreement, index) => (
              <li key={index}>{disagreementText(disagreement, language)}</li>
            ))}
          </ul>
        </Callout>
      )}
      {notes.map(({ key, tone, icon, text }) => (
        <Callout key={key} tone={tone} icon={icon}>
          <p>{text}</p>
        </Callout>
      ))}
    </div>
  );
}
