// Catches a mistake of ours while a page draws, reports it to main and says so, instead of an empty window.
import { Bug } from 'lucide-react';
import { Component, type ReactNode } from 'react';
import type { Client } from '../ipc/client.ts';
import { useText } from '../i18n/text-provider.tsx';
import { route } from '../navigation/route.ts';
import { useClient, useRouter } from '../state/window-parts.tsx';
import { Button } from '../ui/button.tsx';
import { Empty } from '../ui/layout.tsx';

type CatcherProps = { client: Client; children: ReactNode };
type CatcherState = { broken: boolean; incident: string | null };

export function ErrorBoundary({ children }: { children: ReactNode }) {
  return <Catcher client={useClient()}>{children}</Catcher>;
}

class Catcher extends Component<CatcherProps, CatcherState> {
  override state: CatcherState = { broken: false, incident: null };

  static getDerivedStateFromError(): Partial<CatcherState> {
    return { broken: true };
  }

  override componentDidCatch(error: unknown): void {
    const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
    this.props.client.ask('app.reportException', { message: message.slice(0, 20_000) }).then(
      ({ incident }) => this.setState({ incident }),
      () => this.setState({ incident: '?' }),
    );
  }

  override render(): ReactNode {
    if (!this.state.broken) return this.props.children;
    return <Broken incident={this.state.incident} onAgain={() => this.setState({ broken: false, incident: null })} />;
  }
}

function Broken({ incident, onAgain }: { incident: string | null; onAgain(): void }) {
  const { t } = useText();
  const router = useRouter();
  return (
    <div role="alert">
      <Empty
        icon={Bug}
        title={t('app.brokenTitle')}
        actions={
          <>
            <Button tone="primary" onClick={onAgain}>
              {t('app.brokenAgain')}
            </Button>
            <Button onClick={() => router.go(route('overview'))}>{t('app.brokenOverview')}</Button>
          </>
        }
      >
        {t('app.brokenText', { incident: incident ?? '…' })}
      </Empty>
    </div>
  );
}
