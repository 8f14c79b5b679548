// What an `.env` file would set, beside what is set now; and which of its keys are left out.
import type { MailSettings } from '../../../../shared/domain/notification.ts';
import type { Answer } from '../../../ipc/client.ts';
import { useText } from '../../../i18n/text-provider.tsx';
import { useInfo, useSlice } from '../../../state/window-parts.tsx';
import { Fact, Facts } from '../../../ui/layout.tsx';

const SHOWN = ['server', 'port', 'security', 'user', 'from', 'recipients'] as const;
type Shown = (typeof SHOWN)[number];

export function EnvPreview({ reading: { settings, taken, ignored, mailPassword } }: { reading: Answer<'settings.readEnv'> }) {
  const { t, format } = useText();
  const before = useSlice('settings').mail;
  const { keychain } = useInfo();
  const { mail } = settings;
  const password = { available: 'envPasswordText', 'plain-text': 'envPasswordPlain', unavailable: 'envPasswordNot' } as const;
  return (
    <section className="env-changes" aria-live="polite">
      <h3>{t('notify.envTaken')}</h3>
      {taken.length === 0 ? (
        <p>{t('notify.envNothing')}</p>
      ) : (
        <Facts>
          {mail !== null &&
            SHOWN.map((name) => (
              <Fact key={name} term={t(`notify.${name}`)}>
                <Change name={name} mail={mail} before={before} />
              </Fact>
            ))}
          {mailPassword !== null && <Fact term={t('notify.envPassword')}>{t(`notify.${password[keychain]}`)}</Fact>}
        </Facts>
      )}
      {ignored.length > 0 && <p className="muted">{t('notify.envIgnored', { keys: format.list(ignored) })}</p>}
    </section>
  );
}

type ChangeProps = { name: Shown; mail: MailSettings; before: MailSettings | null };

function Change({ name, mail, before }: ChangeProps) {
  const { t, format } = useText();
  const written = (of: MailSettings): string => {
    const value = of[name];
    if (value === null) return t('notify.envNoUser');
    if (name === 'security') return t(`notify.security-${of.security}`);
    return Array.isArray(value) ? format.list(value) : String(value);
  };
  const then = before && written(before);
  return (
    <>
      <span className="mono">{written(mail)}</span>{' '}
      {then !== null && (
        <span className="muted">({then === written(mail) ? t('notify.envSame') : t('notify.envNow', { value: then })})</span>
      )}
    </>
  );
}
