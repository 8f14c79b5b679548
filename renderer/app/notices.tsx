// What the user should know about this installation: a damaged file kept aside, no keychain …
import { TriangleAlert, X } from 'lucide-react';
import { useState } from 'react';
import { errorText } from '../../shared/errors/codes.ts';
import { useText } from '../i18n/text-provider.tsx';
import { useSlice } from '../state/window-parts.tsx';
import { IconButton } from '../ui/button.tsx';

export function Notices() {
  const { t, language } = useText();
  const notices = useSlice('notices');
  const [hidden, setHidden] = useState<readonly string[]>([]);
  const shown = notices
    .map(({ code, params }) => errorText(code, params, language))
    .filter((text) => !hidden.includes(text));
  if (shown.length === 0) return null;
  return (
    <section className="notices" aria-label={t('app.noticesLabel')}>
      <ul>
        {shown.map((text) => (
          <li key={text}>
            <TriangleAlert aria-hidden="true" size={15} />
            <span>{text}</span>
            <IconButton icon={X} label={t('app.noticeDismiss')} onClick={() => setHidden([...hidden, text])} />
          </li>
        ))}
      </ul>
    </section>
  );
}
