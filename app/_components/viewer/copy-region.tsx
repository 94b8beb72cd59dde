import { useState } from 'react';
import type { PageBox } from '#lib/records/page-text.ts';
import { writeRegion } from './viewer-model.ts';
import type { ViewerWords } from './viewer-words.ts';

/** Puts the address of what is seen of the page on the clipboard. */
export function CopyRegion({
  words,
  address,
  region,
}: {
  words: ViewerWords;
  address: string;
  region: () => PageBox | null;
}) {
  const [copied, setCopied] = useState('');
  const onClick = async () => {
    const seen = region();
    const text = address + (seen ? writeRegion(seen) : '');
    try {
      await navigator.clipboard.writeText(text);
      setCopied(words.copied);
    } catch {
      // The reader refused the clipboard: the address is shown instead.
      setCopied(text);
    }
  };
  return (
    <span className="copy">
      <button type="button" className="btn btn-outline-primary btn-small" onClick={() => void onClick()}>
        {words.copyRegion}
      </button>
      <span role="status" className="copy-done">
        {copied}
      </span>
    </span>
  );
}
