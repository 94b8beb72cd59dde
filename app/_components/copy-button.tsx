'use client';

import { useEffect, useState } from 'react';

/** Puts a text on the clipboard and says so. Nothing without script. */
export function CopyButton({ text, words }: { text: string; words: { copy: string; copied: string } }) {
  const [alive, setAlive] = useState(false);
  const [done, setDone] = useState(false);
  useEffect(() => setAlive(true), []);
  if (!alive) return null;
  const onClick = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setDone(true);
    } catch {
      // The reader refused the clipboard: the text stands beside the button.
      setDone(false);
    }
  };
  return (
    <span className="copy">
      <button type="button" className="btn btn-outline-primary btn-small" onClick={() => void onClick()}>
        {words.copy}
      </button>
      <span role="status" className="copy-done">
        {done ? words.copied : ''}
      </span>
    </span>
  );
}
