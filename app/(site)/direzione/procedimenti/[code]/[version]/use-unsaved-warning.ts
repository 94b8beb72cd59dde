import { useEffect, useRef } from 'react';
import type { EditState } from './edit-state.ts';

/** Asks before a page is left while something typed is not saved. */
export function useUnsavedWarning(state: EditState): { typed(): void; sent(): void } {
  const typed = useRef(0);
  const sent = useRef(0);
  const saved = useRef(0);
  useEffect(() => {
    if (state.turn > 0 && state.notice?.good) saved.current = sent.current;
  }, [state]);
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (typed.current > saved.current) event.preventDefault();
    };
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, []);
  return {
    typed: () => {
      typed.current += 1;
    },
    sent: () => {
      sent.current = typed.current;
    },
  };
}
