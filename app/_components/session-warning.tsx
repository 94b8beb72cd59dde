'use client';

import { useEffect, useState } from 'react';

const key = 'eli4u-session-end';

interface Words {
  /** With `{time}`. */
  warning: string;
  continue: string;
  over: string;
  signIn: string;
}

/**
 * Says in good time that the session ends, and lets it go on with one press (WCAG 2.2.1). What is done in another tab counts here too. Without
 * script nothing is lost either: whoever comes too late signs in and is back where they were.
 */
export function SessionWarning({
  ends,
  warnMilliseconds,
  lang,
  words,
}: {
  ends: number;
  warnMilliseconds: number;
  lang: string;
  words: Words;
}) {
  const [end, setEnd] = useState(ends);
  const [state, setState] = useState<'fine' | 'soon' | 'over'>('fine');

  useEffect(() => {
    remember(ends);
    setEnd(ends);
    const look = () => {
      const latest = Math.max(ends, remembered());
      setEnd(latest);
      const left = latest - Date.now();
      setState(left <= 0 ? 'over' : left <= warnMilliseconds ? 'soon' : 'fine');
    };
    look();
    const timer = setInterval(look, 10_000);
    return () => clearInterval(timer);
  }, [ends, warnMilliseconds]);

  const goOn = async () => {
    const answer = await fetch('/api/auth/session').catch(() => null);
    const session: unknown = answer?.ok ? await answer.json() : null;
    const expires = typeof session === 'object' && session !== null ? Reflect.get(session, 'expires') : null;
    if (typeof expires !== 'string') return;
    remember(Date.parse(expires));
    setEnd(Date.parse(expires));
    setState('fine');
  };

  const time = new Date(end).toLocaleTimeString(lang, { hour: '2-digit', minute: '2-digit' });
  return (
    <div role="status" className={state === 'fine' ? undefined : 'session-warning'}>
      {state === 'soon' && (
        <>
          {words.warning.replace('{time}', time)}{' '}
          <button type="button" className="btn btn-primary" onClick={() => void goOn()}>
            {words.continue}
          </button>
        </>
      )}
      {state === 'over' && (
        <>
          {words.over}{' '}
          <a
            className="btn btn-primary"
            href={`/accedi?${new URLSearchParams({ returnTo: location.pathname + location.search })}`}
          >
            {words.signIn}
          </a>
        </>
      )}
    </div>
  );
}

function remember(end: number): void {
  try {
    localStorage.setItem(key, String(Math.max(end, remembered())));
  } catch {
    // A browser that keeps nothing: this tab knows its own end.
  }
}

function remembered(): number {
  try {
    return Number(localStorage.getItem(key)) || 0;
  } catch {
    return 0;
  }
}
