// Sending a test message, with the other side's own answer shown as it came.
import { CircleCheck, CircleX, Send } from 'lucide-react';
import { useState } from 'react';
import type { DeliveryReport } from '../../../../shared/domain/outbox.ts';
import type { AppError } from '../../../../shared/errors/app-error.ts';
import { useText } from '../../../i18n/text-provider.tsx';
import { useAction } from '../../../state/window-parts.tsx';
import { Button } from '../../../ui/button.tsx';
import { Callout } from '../../../ui/layout.tsx';

type TestProps = {
  label: string;
  /** False when the fields are not good enough to try; they then show why. */
  attempt(): boolean;
  send(): Promise<DeliveryReport>;
  /** As `onError` of an action. */
  onError?(error: AppError): boolean;
};

export function ChannelTest({ label, attempt, send, onError }: TestProps) {
  const { t } = useText();
  const { run, busy } = useAction();
  const [report, setReport] = useState<DeliveryReport | null>(null);
  const test = async (): Promise<void> => {
    setReport(null);
    if (!attempt()) return;
    setReport((await run(send, onError ? { onError } : {})) ?? null);
  };
  return (
    <div className="test-report" role="status">
      <div className="button-row">
        <Button icon={Send} busy={busy} onClick={() => void test()}>
          {label}
        </Button>
        {busy && <span className="muted">{t('notify.testing')}</span>}
      </div>
      {report && (
        <Callout tone={report.delivered ? 'good' : 'bad'} icon={report.delivered ? CircleCheck : CircleX}>
          <p>{t(report.delivered ? 'notify.delivered' : 'notify.refused')}</p>
          <pre>{report.answer}</pre>
        </Callout>
      )}
    </div>
  );
}
