'use client';

import { useEffect, useState } from 'react';
import { CopyButton } from '#app/_components/copy-button.tsx';

/** Cite, share, print. Without script only the first, which is a link. */
export function RecordActions({
  permalink,
  words,
}: {
  permalink: string;
  words: { cite: string; share: string; copied: string; print: string };
}) {
  const [alive, setAlive] = useState(false);
  useEffect(() => setAlive(true), []);
  return (
    <div className="actions">
      <a className="btn btn-outline-primary" href="#cite">
        {words.cite}
      </a>
      {alive ? (
        <>
          <CopyButton text={permalink} words={{ copy: words.share, copied: words.copied }} share />
          <button type="button" className="btn btn-outline-primary" onClick={() => window.print()}>
            {words.print}
          </button>
        </>
      ) : null}
    </div>
  );
}
