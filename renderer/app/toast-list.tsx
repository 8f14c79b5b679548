// Shows the messages about what became of actions. Good ones leave by themselves, bad ones stay until dismissed.
import { CircleCheck, CircleX, Info, X } from 'lucide-react';
import { useEffect } from 'react';
import { useStore } from 'zustand';
import { useText } from '../i18n/text-provider.tsx';
import { Link } from '../navigation/link.tsx';
import { routeOf } from '../navigation/route.ts';
import type { Toast } from '../state/toasts.ts';
import { useParts } from '../state/window-parts.tsx';
import { IconButton } from '../ui/button.tsx';

const STAY_MS = 6000;
const ICONS = { good: CircleCheck, bad: CircleX, plain: Info };

export function ToastList() {
  const { t } = useText();
  const { toasts } = useParts();
  const shown = useStore(toasts.store);
  return (
    <section className="toasts" aria-label={t('app.messages')} aria-live="polite">
      {shown.map((toast) => (
        <ToastCard key={toast.id} toast={toast} onDismiss={() => toasts.dismiss(toast.id)} />
      ))}
    </section>
  );
}

function ToastCard({ toast, onDismiss }: { toast: Toast; onDismiss(): void }) {
  const { t } = useText();
  const Icon = ICONS[toast.tone];
  const { id, tone } = toast;
  const { toasts } = useParts();
  useEffect(() => {
    if (tone === 'bad') return;
    const timer = setTimeout(() => toasts.dismiss(id), STAY_MS);
    return () => clearTimeout(timer);
  }, [id, tone, toasts]);
  return (
    <div className={`toast toast-${toast.tone}`}>
      <Icon aria-hidden="true" size={16} />
      <p>
        {toast.text}
        {toast.link && (
          <>
            {' '}
            <Link to={routeOf(toast.link.hash)} onClickCapture={onDismiss}>
              {toast.link.label}
            </Link>
          </>
        )}
      </p>
      <IconButton icon={X} label={t('app.dismiss')} onClick={onDismiss} />
    </div>
  );
}
