// The explanations of causes and codes, loaded when the first screen needs them: they are a good part of the product's
// weight and no part of its start.
import { useEffect, useState } from 'react';
import type { Language } from '../../shared/domain/settings.ts';
import type { RootCause } from '../../shared/domain/log-facts.ts';
import type { CodeExplanation, ExplanationText } from '../../shared/rman/codes/explanation.ts';

export type Explain = {
  /** Title, what, why and what to do, for Oracle's codes and our own causes; `null` when nobody explained it yet. */
  cause(code: string, language: Language): ExplanationText | null;
  /** Whether a code of Oracle heals and may be ignored; `undefined` for causes of our own. */
  code(code: string): CodeExplanation | undefined;
  /** What the operating system's number means; `null` for a number that nobody explained. */
  osError(error: NonNullable<RootCause['osError']>, language: Language): ExplanationText | null;
};

/** `null` until the texts are here. */
export function useExplain(): Explain | null {
  const [explain, setExplain] = useState<Explain | null>(null);
  useEffect(() => {
    let left = false;
    void load().then((loaded) => left || setExplain(loaded));
    return () => {
      left = true;
    };
  }, []);
  return explain;
}

async function load(): Promise<Explain> {
  const [codes, causes] = await Promise.all([
    import('../../shared/rman/codes/index.ts'),
    import('../../shared/rman/findings/explain-cause.ts'),
  ]);
  return {
    cause: causes.explainCause,
    code: codes.explainCode,
    osError: ({ number, platform }, language) => codes.explainOsError(number, platform)?.[language] ?? null,
  };
}
