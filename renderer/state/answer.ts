// An answer of main that is asked for again whenever what it is about has changed.
import { useEffect, useRef, useState } from 'react';
import { useFailureText } from './window-parts.tsx';

/** @param about what the answer is about; asked again whenever it is another value, or another object */
export function useAnswer<Answer>(ask: () => Promise<Answer>, about: unknown) {
  const failureText = useFailureText();
  const [answer, setAnswer] = useState<Answer | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const newest = useRef(ask);
  useEffect(() => {
    newest.current = ask;
  });
  useEffect(() => {
    let gone = false;
    newest.current().then(
      (found) => {
        if (gone) return;
        setAnswer(found);
        setProblem(null);
      },
      async (error: unknown) => {
        const text = await failureText(error);
        if (!gone) setProblem(text);
      },
    );
    return () => {
      gone = true;
    };
  }, [failureText, about]);
  return { answer, problem };
}
