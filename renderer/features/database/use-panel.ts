// One panel of a database as main answers it: asked when it is first shown, and again when somebody wants it fresh.
import { useCallback, useEffect, useState } from 'react';
import type { PanelName, PanelValue, Panel } from '../../../shared/domain/catalogue/catalogue.ts';
import type { PanelResult } from '../../../shared/domain/catalogue/panel.ts';
import { AppError } from '../../../shared/errors/app-error.ts';
import { useClient } from '../../state/window-parts.tsx';

export type ShownPanel<Name extends PanelName> = {
  /** `null` until the first answer; an older answer stays while a new one is asked for. */
  result: PanelResult<PanelValue<Name>> | null;
  busy: boolean;
  again(): void;
};

/** `round` grows when the whole page is to be asked anew. */
export function usePanel<Name extends PanelName>(targetId: string, name: Name, round: number): ShownPanel<Name> {
  const client = useClient();
  const [result, setResult] = useState<PanelResult<PanelValue<Name>> | null>(null);
  const [own, setOwn] = useState(0);
  const [answered, setAnswered] = useState(-1);
  const turn = round + own;
  useEffect(() => {
    let left = false;
    const finish = (next: PanelResult<PanelValue<Name>>): void => {
      if (left) return;
      setResult(next);
      setAnswered(turn);
    };
    client.ask('catalogue.panel', { targetId, name, fresh: turn > 0 }).then(
      (panel) => finish((panel as Panel<Name>).result),
      (error: unknown) =>
        finish({
          state: 'failed',
          error: error instanceof AppError ? error.report() : { code: 'request.malformed', params: {}, fields: [] },
        }),
    );
    return () => {
      left = true;
    };
  }, [client, targetId, name, turn]);
  const again = useCallback(() => setOwn((count) => count + 1), []);
  return { result, busy: answered !== turn, again };
}
