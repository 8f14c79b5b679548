// Remembers what was typed for each kind of a choice, so that a look at another kind loses nothing.
import { useRef } from 'react';

export function useKept<Choice extends { kind: string }>(current: Choice) {
  const kept = useRef(new Map<string, Choice>());
  return (kind: Choice['kind']): Choice | undefined => {
    kept.current.set(current.kind, current);
    return kept.current.get(kind);
  };
}
