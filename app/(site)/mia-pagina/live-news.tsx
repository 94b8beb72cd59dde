'use client';

import { useEffect, useState } from 'react';

/** Milliseconds between two questions, where no connection can be held open. */
const askEvery = 5000;

/**
 * Says, while the page is open, that something has happened in a case since it was drawn. Nothing moves by itself: the reader refreshes. A page
 * that nobody looks at asks nothing; without script there is nothing to see, and the next page is new anyway.
 */
export function LiveNews({ since, words }: { since: string; words: Record<'news' | 'refresh', string> }) {
  const [news, setNews] = useState(false);

  useEffect(() => {
    const address = `/mia-pagina/vivo?${new URLSearchParams({ da: since })}`;
    let source: EventSource | null = null;
    let timer: ReturnType<typeof setTimeout> | null = null;
    let over = false;
    let holds = 'EventSource' in window;

    const end = () => {
      over = true;
      rest();
    };
    const rest = () => {
      source?.close();
      source = null;
      if (timer) clearTimeout(timer);
      timer = null;
    };
    const found = () => {
      end();
      setNews(true);
    };
    const ask = async () => {
      const answer = await fetch(address, { headers: { accept: 'application/json' } }).catch(() => null);
      if (over) return;
      if (answer?.status === 204) return end();
      const said: unknown = answer?.ok ? await answer.json().catch(() => null) : null;
      if (typeof said === 'object' && said !== null && Reflect.get(said, 'news') === true) return found();
      timer = setTimeout(() => void ask(), askEvery);
    };
    const look = () => {
      if (over || document.hidden) return rest();
      if (source || timer) return;
      if (!holds) return void ask();
      source = new EventSource(address);
      source.addEventListener('news', found);
      source.addEventListener('over', end);
      source.addEventListener('error', () => {
        // Closed for good: something between here and there takes no streams, or there are too many.
        if (source?.readyState !== EventSource.CLOSED) return;
        holds = false;
        rest();
        timer = setTimeout(() => void ask(), askEvery);
      });
    };
    look();
    document.addEventListener('visibilitychange', look);
    return () => {
      document.removeEventListener('visibilitychange', look);
      end();
    };
  }, [since]);

  return (
    <div role="status" className={news ? 'live-news' : undefined}>
      {news ? (
        <>
          {words.news}{' '}
          <a href="" className="live-refresh">
            {words.refresh}
          </a>
        </>
      ) : null}
    </div>
  );
}
