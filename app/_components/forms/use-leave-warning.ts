import { useEffect, useRef, useState } from 'react';

/**
 * Lets the browser ask before a page is left with something typed and not sent. It listens only while there is something to lose: a page that
 * listens may not be kept for the way back.
 * @param turn counts the answers to the form: after one, what was typed is still in it and filed nowhere
 */
export function useLeaveWarning(turn: number): { typed(): void; sent(): void } {
  const underway = useRef(false);
  const [warning] = useState(() => {
    // A function of its own for each form of a page, or one would end the listening of all.
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    return {
      on: () => window.addEventListener('beforeunload', ask),
      off: () => window.removeEventListener('beforeunload', ask),
    };
  });
  useEffect(() => {
    underway.current = false;
    if (turn > 0) warning.on();
    return warning.off;
  }, [turn, warning]);
  return {
    typed: () => {
      if (!underway.current) warning.on();
    },
    sent: () => {
      underway.current = true;
      warning.off();
    },
  };
}
