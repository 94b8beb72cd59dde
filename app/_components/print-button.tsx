'use client';

import { useEffect, useState } from 'react';

/** Prints the page. Nothing without script: the browser's own menu does it. */
export function PrintButton({ text }: { text: string }) {
  const [alive, setAlive] = useState(false);
  useEffect(() => setAlive(true), []);
  if (!alive) return null;
  return (
    <button type="button" className="btn btn-outline-primary" onClick={() => window.print()}>
      {text}
    </button>
  );
}
