// The outbox: every message with its state, what the other side said, and when it is tried next.
import { CircleCheck, CircleSlash, CircleX, Hourglass, RotateCcw, Trash2 } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { MessageState, OutboxMessage } from '../../../../shared/domain/outbox.ts';
import { useText } from '../../../i18n/text-provider.tsx';
import { useAnswer } from '../../../state/answer.ts';
import { useAction, useClient, useNow, useSlice } from '../../../state/window-parts.tsx';
import { Button, IconButton } from '../../../ui/button.tsx';
import { RelativeTime } from '../../../ui/words.tsx';
import '../../../ui/status-badge.css';
import '../../../ui/data-table.css';

const STEP = 50;
const MOST = 500;

const LOOKS: Record<MessageState, { icon: typeof CircleCheck; tone: string }> = {
  pending: { icon: Hourglass, tone: 'active' },
  sent: { icon: CircleCheck, tone: 'good' },
  refused: { icon: CircleX, tone: 'bad' },
  discarded: { icon: CircleSlash, tone: 'idle' },
};

export function OutboxPart() {
  const { t } = useText();
  const [limit, setLimit] = useState(STEP);
  const { messages, problem } = useOutbox(limit);
  if (problem !== null) return <p>{t('notify.outboxProblem', { problem })}</p>;
  if (messages === null) return <p className="muted">{t('ui.loading')}</p>;
  if (messages.length === 0) return <p className="muted">{t('notify.outboxNone')}</p>;
  return (
    <>
      <p className="field-hint">{t('notify.outboxAbout')}</p>
      <div className="outbox" role="region" aria-label={t('notify.outbox')} tabIndex={0}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t('notify.message')}</th>
              <th scope="col">{t('notify.state')}</th>
              <th scope="col">{t('notify.answer')}</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {messages.map((message) => (
              <MessageRow key={message.id} message={message} />
            ))}
          </tbody>
        </table>
      </div>
      {messages.length === limit && limit < MOST && (
        <div>
          <Button onClick={() => setLimit(Math.min(MOST, limit + STEP))}>{t('notify.more')}</Button>
        </div>
      )}
    </>
  );
}

function useOutbox(limit: number) {
  const client = useClient();
  const summary = useSlice('outbox');
  const about = useMemo(() => ({ summary, limit }), [summary, limit]);
  const { answer, problem } = useAnswer(() => client.ask('notify.outbox', { limit }), about);
  return { messages: answer, problem };
}

function MessageRow({ message }: { message: OutboxMessage }) {
  const { t } = useText();
  const { icon: Icon, tone } = LOOKS[message.state];
  return (
    <tr>
      <td>
        <strong className="outbox-title">{message.title}</strong>
        <span className="outbox-title muted">
          {t(`notify.channel-${message.channel}`)} · {message.to} · <RelativeTime at={message.createdAt} />
        </span>
      </td>
      <td>
        <span className={`status status-${tone}`}>
          <Icon aria-hidden="true" size={14} />
          {t(`notify.state-${message.state}`)}
        </span>
        <Attempts message={message} />
      </td>
      <td>
        {message.answer !== null && <code className="outbox-answer">{message.answer}</code>}
        {message.answer === null && message.state === 'pending' && <span className="muted">{t('notify.noAnswer')}</span>}
      </td>
      <td>
        <MessageActions message={message} />
      </td>
    </tr>
  );
}

function Attempts({ message: { attempts, nextAt, state } }: { message: OutboxMessage }) {
  const { t, format } = useText();
  const now = useNow(1000);
  const parts = [
    ...(attempts > 0 ? [t('notify.attempts', { count: attempts })] : []),
    ...(state === 'pending' && nextAt !== null
      ? [nextAt > now ? t('notify.nextIn', { duration: format.duration(nextAt - now) }) : t('notify.nextSoon')]
      : []),
  ];
  return parts.length === 0 ? null : <div className="muted">{parts.join(', ')}</div>;
}

function MessageActions({ message: { id, state, title } }: { message: OutboxMessage }) {
  const { t } = useText();
  const client = useClient();
  const { run, busy } = useAction();
  if (state === 'sent') return null;
  return (
    <span className="nowrap">
      <IconButton
        needs="notify.tryAgain"
        icon={RotateCcw}
        label={t('notify.tryAgainOf', { title })}
        disabled={busy}
        onClick={() => void run(() => client.ask('notify.tryAgain', { id }), { done: t('notify.tryingAgain') })}
      />
      {state !== 'discarded' && (
        <IconButton
          needs="notify.discard"
          icon={Trash2}
          label={t('notify.discardOf', { title })}
          disabled={busy}
          onClick={() => void run(() => client.ask('notify.discard', { id }), { done: t('notify.discarded') })}
        />
      )}
    </span>
  );
}
