'use client';

import { useEffect, useState } from 'react';
import { leavesPage } from './leaves-page.ts';

/** Milliseconds before a page that does not come is said to be on its way, and after which nobody waits for it any more. */
const patience = 700;
const despair = 30_000;

/**
 * Says that the next page is on its way, when it takes longer than a moment. Pages come whole from the server, readable without script; this
 * only tells those who have followed a link or sent a form that they were heard.
 */
export function NavigationProgress({ text }: { text: string }) {
  const [waiting, setWaiting] = useState(false);
  useEffect(() => {
    let timer: number | undefined;
    const stop = () => {
      window.clearTimeout(timer);
      setWaiting(false);
    };
    const start = () => {
      window.clearTimeout(timer);
      timer = window.setTimeout(() => {
        setWaiting(true);
        timer = window.setTimeout(stop, despair);
      }, patience);
    };
    const onClick = (event: MouseEvent) => {
      if (leavesPage(event)) start();
    };
    const onSubmit = (event: SubmitEvent) => {
      if (!event.defaultPrevented) start();
    };
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === 'Escape') stop();
    };
    const listening = new AbortController();
    const { signal } = listening;
    window.addEventListener('click', onClick, { signal });
    window.addEventListener('submit', onSubmit, { signal });
    window.addEventListener('keydown', onKeyDown, { signal });
    // Come back to by the browser's history, the page is as it was left.
    window.addEventListener('pageshow', stop, { signal });
    return () => {
      listening.abort();
      window.clearTimeout(timer);
    };
  }, []);
  useEffect(() => {
    document.querySelector('main')?.setAttribute('aria-busy', String(waiting));
  }, [waiting]);
  return (
    <div className={waiting ? 'progress-line progress-line-on' : 'progress-line'} role="status">
      {waiting ? <span className="progress-text">{text}</span> : null}
    </div>
  );
}
