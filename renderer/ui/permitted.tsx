// A part of a page that can be read but not changed by those who may not; the reason stands above it.
import { Lock } from 'lucide-react';
import type { ReactNode } from 'react';
import type { CallName } from '../../shared/ipc/contract.ts';
import { useRefusal } from '../state/refusal.ts';
import { Callout } from './layout.tsx';
import './permitted.css';

export function Permitted({ needs, children }: { needs: CallName; children: ReactNode }) {
  const refusal = useRefusal(needs);
  if (refusal === null) return children;
  return (
    <>
      <Callout tone="idle" icon={Lock}>
        {refusal}
      </Callout>
      <fieldset className="read-only" disabled>
        {children}
      </fieldset>
    </>
  );
}
