// How the log tables stand against this profile: what waits, since when, and why nothing is sent. For the page of the
// log database.
import { CircleCheck, CircleSlash, CircleX, Hourglass, LoaderCircle, RotateCcw } from 'lucide-react';
import type { SyncActivity, SyncProblem } from '../../../../shared/domain/sync.ts';
import { errorText } from '../../../../shared/errors/codes.ts';
import { useText } from '../../../i18n/text-provider.tsx';
import { useAction, useClient, useNow, useSlice } from '../../../state/window-parts.tsx';
import { Button } from '../../../ui/button.tsx';
import { FieldGroup } from '../../../ui/field.tsx';
import { Callout, Fact, Facts } from '../../../ui/layout.tsx';
import { RelativeTime } from '../../../ui/words.tsx';
import '../../../ui/status-badge.css';

const LOOKS: Record<SyncActivity, { icon: typeof CircleCheck; tone: string }> = {
  off: { icon: CircleSlash, tone: 'idle' },
  elsewhere: { icon: CircleSlash, tone: 'idle' },
  idle: { icon: CircleCheck, tone: 'good' },
  sending: { icon: LoaderCircle, tone: 'active' },
  waiting: { icon: Hourglass, tone: 'warning' },
  blocked: { icon: CircleX, tone: 'bad' },
};

export function SyncStatusPart() {
  const { t, format } = useText();
  const sync = useSlice('sync');
  const { icon: Icon, tone } = LOOKS[sync.activity];
  return (
    <FieldGroup title={t('sync.title')}>
      <Facts>
        <Fact term={t('sync.activity')}>
          <span className={`status status-${tone}`}>
            <Icon aria-hidden="true" size={14} />
            {t(`sync.activity-${sync.activity}`)}
          </span>
        </Fact>
        <Fact term={t('sync.pending')}>{format.number(sync.pending)}</Fact>
        <Fact term={t('sync.oldest')}>
          {sync.oldest === null ? t('sync.none') : <RelativeTime at={sync.oldest} />}
        </Fact>
        <Fact term={t('sync.lastSuccess')}>
          {sync.lastSuccess === null ? t('sync.never') : <RelativeTime at={sync.lastSuccess} />}
        </Fact>
      </Facts>
      {sync.backfilling && <p className="field-hint">{t('sync.backfilling')}</p>}
      {sync.problem && <Problem problem={sync.problem} />}
    </FieldGroup>
  );
}

function Problem({ problem: { error, since, nextAt } }: { problem: SyncProblem }) {
  const { t, format, language } = useText();
  const client = useClient();
  const now = useNow(1000);
  const { run, busy } = useAction();
  const next = (at: number): string =>
    at > now ? t('sync.nextIn', { duration: format.duration(at - now) }) : t('sync.nextSoon');
  return (
    <Callout tone={nextAt === null ? 'bad' : 'warning'} icon={nextAt === null ? CircleX : Hourglass}>
      <p>
        <strong>{errorText(error.code, error.params, language)}</strong>{' '}
        <span className="muted">
          {t('sync.since')} <RelativeTime at={since} />
        </span>
      </p>
      <p>{nextAt === null ? t('sync.waitsForYou') : next(nextAt)}</p>
      <p className="muted">{t('sync.calm')}</p>
      <Button
        needs="sync.retry"
        icon={RotateCcw}
        disabled={busy}
        onClick={() => void run(() => client.ask('sync.retry'), { done: t('sync.retrying') })}
      >
        {t('sync.retry')}
      </Button>
    </Callout>
  );
}
