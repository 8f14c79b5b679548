// Asks what becomes of unsaved work when the user leaves its page.
import { useStore } from 'zustand';
import { useText } from '../i18n/text-provider.tsx';
import { useRouter } from '../state/window-parts.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';

export function LeaveDialog() {
  const { t } = useText();
  const router = useRouter();
  const asked = useStore(router.store, (state) => state.asked);
  if (!asked) return null;
  return (
    <Dialog
      title={t('app.unsavedTitle')}
      onClose={router.stay}
      actions={
        <>
          <Button tone="danger" onClick={() => router.leave('discard')}>
            {t('app.unsavedDiscard')}
          </Button>
          <Button onClick={router.stay}>{t('app.unsavedStay')}</Button>
          <Button tone="primary" onClick={() => router.leave('keep')}>
            {t('app.unsavedKeep')}
          </Button>
        </>
      }
    >
      <p>{t('app.unsavedText')}</p>
    </Dialog>
  );
}
