'use client';

import { useEffect, useState } from 'react';

/** Puts a text on the clipboard and says so; shares it where the device can and `share` asks for it. Nothing without script. */
export function CopyButton({
  text,
  words,
  share = false,
}: {
  text: string;
  words: { copy: string; copied: string };
  share?: boolean;
}) {
  const [alive, setAlive] = useState(false);
  const [done, setDone] = useState(false);
  useEffect(() => setAlive(true), []);
  if (!alive) return null;
  const onClick = async () => {
    try {
      if (share && navigator.share && matchMedia('(pointer: coarse)').matches) await navigator.share({ url: text });
      else await navigator.clipboard.writeText(text);
      setDone(true);
    } catch {
      // The reader closed the sharing sheet, or refused the clipboard: the text stands beside the button.
      setDone(false);
    }
  };
  return (
    <span className="copy">
      <button
        type="button"
        className={share ? 'btn btn-outline-primary' : 'btn btn-outline-primary btn-small'}
        onClick={() => void onClick()}
      >
        {words.copy}
      </button>
      <span role="status" className="copy-done">
        {done ? words.copied : ''}
      </span>
    </span>
  );
}
