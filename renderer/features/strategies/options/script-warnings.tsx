// What a careful DBA would ask about in a script of the user's own, line by line.
import { TriangleAlert } from 'lucide-react';
import { useMemo } from 'react';
import { customScriptWarnings } from '../../../../shared/rman/custom-script.ts';
import { useText } from '../../../i18n/text-provider.tsx';
import { Callout } from '../../../ui/layout.tsx';

export function ScriptWarnings({ text }: { text: string }) {
  const { t } = useText();
  const warnings = useMemo(() => customScriptWarnings(text), [text]);
  if (warnings.length === 0) return null;
  return (
    <Callout tone="warning" icon={TriangleAlert}>
      <strong>{t('options.scriptWarnings')}</strong>
      <ul className="plain-list">
        {warnings.map(({ code, line }, index) => (
          <li key={index}>
            {t('options.line', { line })}: {t(`options.warn-${code}`)}
          </li>
        ))}
      </ul>
    </Callout>
  );
}
