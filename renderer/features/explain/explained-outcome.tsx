// What a dropped log came to, in plain words; of all its sessions or of the one that is chosen.
import { useId } from 'react';
import type { SessionVerdict, Verdict } from '../../../shared/domain/verdict.ts';
import { useText } from '../../i18n/text-provider.tsx';
import { Fact, Facts } from '../../ui/layout.tsx';
import { Cause } from '../../verdict/cause.tsx';
import type { OnLine } from '../../verdict/line-link.tsx';
import { VerdictFacts } from '../../verdict/verdict-facts.tsx';
import { VerdictNotes } from '../../verdict/verdict-notes.tsx';
import { WarningDigest } from '../../verdict/warning-digest.tsx';

type ExplainedProps = {
  verdict: Verdict;
  /** Index into the sessions; `null` for all of them. */
  session: number | null;
  onSession(session: number | null): void;
  onLine: OnLine;
  onFindings(): void;
};

export function ExplainedOutcome({ verdict, session, onSession, onLine, onFindings }: ExplainedProps) {
  const { t, format } = useText();
  const { sessions } = verdict;
  const shown: SessionVerdict = (session === null ? undefined : sessions[session]) ?? verdict;
  return (
    <>
      {sessions.length > 1 && <SessionChoice sessions={sessions} session={session} onSession={onSession} />}
      {shown.rootCause ? (
        <Cause cause={shown.rootCause} onLine={onLine} />
      ) : (
        <h2>{t(shown.nothingToDo ? 'explain.outcome-nothing' : `explain.outcome-${shown.outcome}`)}</h2>
      )}
      <VerdictNotes verdict={shown} />
      <WarningDigest verdict={shown} onLine={onLine} onAll={onFindings} />
      <Facts>
        <VerdictFacts verdict={shown} />
        {shown.elapsedSeconds !== null && (
          <Fact term={t('explain.elapsed')}>{format.duration(shown.elapsedSeconds * 1000)}</Fact>
        )}
        <Fact term={t('verdict.tabLog')}>{t('explain.lines', { count: shown.counts.lines })}</Fact>
      </Facts>
    </>
  );
}

type ChoiceProps = {
  sessions: readonly SessionVerdict[];
  session: number | null;
  onSession(session: number | null): void;
};

function SessionChoice({ sessions, session, onSession }: ChoiceProps) {
  const { t, format } = useText();
  const id = useId();
  return (
    <div className="session-choice">
      <label htmlFor={id}>{t('verdict.sessions', { count: sessions.length })}</label>
      <select
        id={id}
        className="input"
        value={session ?? ''}
        onChange={(event) => onSession(event.target.value === '' ? null : Number(event.target.value))}
      >
        <option value="">{t('verdict.allSessions')}</option>
        {sessions.map((one, index) => (
          <option key={one.firstLine} value={index}>
            {[
              t('verdict.session', { number: index + 1 }),
              t(`ui.state-${one.outcome}`),
              t('verdict.linesFromTo', { from: format.number(one.firstLine), to: format.number(one.lastLine) }),
            ].join(' · ')}
          </option>
        ))}
      </select>
    </div>
  );
}
