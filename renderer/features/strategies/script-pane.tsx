// The script or parfile that the form makes, renewed on every keystroke.
import { Info } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import type { StrategySpec } from '../../../shared/domain/strategy.ts';
import { AppError } from '../../../shared/errors/app-error.ts';
import { renderScript } from '../../../shared/rman/render-script.ts';
import { useText } from '../../i18n/text-provider.tsx';
import { CodeBlock } from '../../ui/code-block.tsx';
import { Callout } from '../../ui/layout.tsx';

/** `version` is `null` while the form differs from what is saved. */
export function ScriptPane({ spec, version }: { spec: StrategySpec; version: number | null }) {
  const { t } = useText();
  const script = useMemo(() => scriptOf(spec, version), [spec, version]);
  const [lastGood, setLastGood] = useState<string | null>(null);
  useEffect(() => {
    if (script !== null) setLastGood(script);
  }, [script]);
  const shown = script ?? lastGood;
  const exports = spec.scope.kind === 'data-pump';
  return (
    <div className="script-pane">
      {script === null ? (
        <Callout tone="idle" icon={Info}>
          {t(lastGood === null ? 'strategies.scriptNone' : 'strategies.scriptOld')}
        </Callout>
      ) : (
        <p className="muted">{t(exports ? 'exports.parfileAbout' : 'strategies.scriptAbout')}</p>
      )}
      {shown !== null && (
        <div className={script === null ? 'script-old' : undefined}>
          <CodeBlock text={shown} label={t(exports ? 'exports.parfile' : 'ui.script')} />
        </div>
      )}
    </div>
  );
}

/** The script of a strategy; `null` when a field has no right value yet. */
export function scriptOf(spec: StrategySpec, version: number | null): string | null {
  try {
    return renderScript(spec, { version, commandId: null }).text;
  } catch (error) {
    if (error instanceof AppError) return null;
    throw error;
  }
}
