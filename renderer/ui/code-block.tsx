// A script as it will run or ran: numbered, coloured, to be copied.
import { Copy } from 'lucide-react';
import { useMemo } from 'react';
import { useText } from '../i18n/text-provider.tsx';
import { useAction, useClient } from '../state/window-parts.tsx';
import { IconButton } from './button.tsx';
import { colouredPieces } from './rman-colours.ts';
import './code-block.css';

type CodeLine = { text: string; change?: 'added' | 'removed' };

/** `label` names the block for screen readers. */
export function CodeBlock({ text, label }: { text: string; label: string }) {
  const lines = useMemo(() => text.replace(/\n$/, '').split('\n').map((line) => ({ text: line })), [text]);
  return <ComparedCode text={text} lines={lines} label={label} />;
}

/** Two scripts line by line; `text` is the one that is copied. */
export function ComparedCode({ text, lines, label }: { text: string; lines: readonly CodeLine[]; label: string }) {
  const { t } = useText();
  const client = useClient();
  const { run } = useAction();
  return (
    <div className="code-block">
      <CodeLines lines={lines} label={label} />
      <div className="code-copy">
        <IconButton
          icon={Copy}
          label={t('ui.copy')}
          onClick={() => void run(() => client.ask('app.copyText', { text }), { done: t('ui.copied') })}
        />
      </div>
    </div>
  );
}

/** Lines of a script, also of a comparison of two. */
export function CodeLines({ lines, label }: { lines: readonly CodeLine[]; label: string }) {
  return (
    <pre className="code-lines" tabIndex={0} role="region" aria-label={label}>
      {lines.map((line, index) => (
        <span key={index} className={line.change ? `code-line code-${line.change}` : 'code-line'}>
          {line.change && <span className="code-sign">{line.change === 'added' ? '+' : '−'}</span>}
          {colouredPieces(line.text).map((piece, at) =>
            piece.kind === 'plain' ? (
              piece.text
            ) : (
              <span key={at} className={`code-${piece.kind}`}>
                {piece.text}
              </span>
            ),
          )}
          {'\n'}
        </span>
      ))}
    </pre>
  );
}
