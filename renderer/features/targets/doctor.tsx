// The doctor beside the form of a database: its rows fill in as they are known, each with what to do.
import { Stethoscope } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { CheckRow } from '../../../shared/domain/check.ts';
import type { TargetSpec } from '../../../shared/domain/target.ts';
import { errorText } from '../../../shared/errors/codes.ts';
import { useText } from '../../i18n/text-provider.tsx';
import type { Form } from '../../state/form.ts';
import { useClient, useShortcut } from '../../state/window-parts.tsx';
import { Button } from '../../ui/button.tsx';
import { CheckReport } from '../../ui/check-report.tsx';

type Examination = { of: TargetSpec; rows: CheckRow[]; over: boolean; error: string | null };

export function Doctor({ form, id }: { form: Form<TargetSpec>; id: string | null }) {
  const { t } = useText();
  const { examination, start } = useExamination(id);
  // What was found for other values than those in the form would mislead.
  const shown = examination?.of === form.value ? examination : null;
  const examine = (): void => {
    if (form.attempt()) start(form.value);
  };
  useShortcut('mod+Enter', t('targets.examine'), examine);
  return (
    <section className="side-section" aria-labelledby="target-doctor">
      <div className="side-head">
        <h2 id="target-doctor">{t('targets.doctor')}</h2>
        <Button needs="doctor.examine" icon={Stethoscope} busy={shown?.over === false} onClick={examine}>
          {t(shown?.over ? 'targets.examineAgain' : 'targets.examine')}
        </Button>
      </div>
      {shown?.error && <p role="alert" className="check-bad">{shown.error}</p>}
      {shown && !shown.error ? (
        <CheckReport rows={shown.rows} over={shown.over} />
      ) : (
        <p className="muted">{t('targets.doctorAbout')}</p>
      )}
    </section>
  );
}

function useExamination(id: string | null) {
  const client = useClient();
  const { language } = useText();
  const [examination, setExamination] = useState<Examination | null>(null);
  const close = useRef<() => void>(() => undefined);
  useEffect(() => () => close.current(), []);
  const start = (spec: TargetSpec): void => {
    close.current();
    const own: Examination = { of: spec, rows: [], over: false, error: null };
    setExamination(own);
    const change = (part: (now: Examination) => Partial<Examination>): void =>
      setExamination((now) => (now?.of === spec ? { ...now, ...part(now) } : now));
    close.current = client.openStream('doctor.examine', { spec, id }, {
      onChunk: (row) => change(({ rows }) => ({ rows: [...rows, row] })),
      onEnd: () => change(() => ({ over: true })),
      onError: ({ code, params }) => change(() => ({ over: true, error: errorText(code, params, language) })),
    });
  };
  return { examination, start };
}
