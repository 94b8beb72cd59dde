'use client';

import { useState, type MouseEvent } from 'react';

/**
 * Shares an address by the device's own means, else puts it on the clipboard and says so. Where neither is to be had, as without script, it
 * is what it looks like to a browser: a link to the permanent address.
 */
export function ShareLink({
  href,
  title,
  words,
}: {
  href: string;
  title: string;
  words: { share: string; copied: string };
}) {
  const [done, setDone] = useState(false);
  const share = async () => {
    try {
      // oxlint-disable-next-line typescript/no-unnecessary-condition -- older browsers have neither
      if (navigator.share) return await navigator.share({ url: href, title });
      await navigator.clipboard.writeText(href);
      setDone(true);
    } catch (error) {
      // Closing the sharing sheet is a reader's right; anything else leaves the address to be opened.
      if (!(error instanceof DOMException && error.name === 'AbortError')) location.assign(href);
    }
  };
  const onClick = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || !(navigator.share ?? navigator.clipboard)) return;
    event.preventDefault();
    void share();
  };
  return (
    <span className="copy">
      <a className="btn btn-outline-primary" href={href} onClick={onClick}>
        {words.share}
      </a>
      <span role="status" className="copy-done">
        {done ? words.copied : ''}
      </span>
    </span>
  );
}
