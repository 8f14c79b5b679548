// What a new user sees: what Respaldo does in three sentences, and the two ways to begin.
import { CircleCheck, Database, FlaskConical, TriangleAlert, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { useText } from '../../i18n/text-provider.tsx';
import { route } from '../../navigation/route.ts';
import { useAction, useClient, useInfo, useRouter } from '../../state/window-parts.tsx';
import { Button } from '../../ui/button.tsx';
import { Callout } from '../../ui/layout.tsx';
import './first-run.css';

export function FirstRunPage() {
  const { t } = useText();
  const client = useClient();
  const router = useRouter();
  const { keychain } = useInfo();
  const { run, busy } = useAction();
  const addDemo = async (): Promise<void> => {
    const demo = await run(() => client.ask('app.createDemo'), { done: t('firstRun.demoDone') });
    if (demo) router.go(route('strategies', null, { target: demo.targetId }));
  };
  const tone = { available: 'good', 'plain-text': 'warning', unavailable: 'bad' } as const;
  return (
    <div className="first-run">
      <h1>{t('firstRun.title')}</h1>
      <p className="first-run-what">
        {t('firstRun.what')} {t('firstRun.follow')} {t('firstRun.verdict')}
      </p>
      <h2>{t('firstRun.begin')}</h2>
      <Way icon={FlaskConical} title={t('firstRun.demoTitle')} text={t('firstRun.demoText')}>
        <Button needs="app.createDemo" tone="primary" busy={busy} onClick={() => void addDemo()}>
          {t('firstRun.demoDo')}
        </Button>
      </Way>
      <Way icon={Database} title={t('firstRun.realTitle')} text={t('firstRun.realText')}>
        <Button needs="targets.create" onClick={() => router.go(route('target', 'new'))}>{t('firstRun.realDo')}</Button>
      </Way>
      <h2>{t('firstRun.keychain')}</h2>
      <Callout tone={tone[keychain]} icon={keychain === 'available' ? CircleCheck : TriangleAlert}>
        {t(`settings.keychain-${keychain}`)}
      </Callout>
    </div>
  );
}

type WayProps = { icon: LucideIcon; title: string; text: string; children: ReactNode };

function Way({ icon: Icon, title, text, children }: WayProps) {
  return (
    <section className="first-run-way">
      <Icon aria-hidden="true" size={20} />
      <div>
        <h3>{title}</h3>
        <p className="muted">{text}</p>
      </div>
      {children}
    </section>
  );
}
