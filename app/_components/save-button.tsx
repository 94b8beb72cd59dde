'use client';

import { useEffect, useState } from 'react';
import { onShelfChange, readShelf, toggleSaved, type SavedKind, type SavedThing } from './saved-shelf.ts';

/** Keeps a search or a record in this browser, or takes it away. Nothing without script: there is nowhere to keep it. */
export function SaveButton({
  kind,
  thing,
  words,
}: {
  kind: SavedKind;
  thing: SavedThing;
  words: { save: string; refused: string };
}) {
  const [kept, setKept] = useState<boolean | null>(null);
  const [refused, setRefused] = useState(false);
  useEffect(() => {
    const look = () => setKept(readShelf()[kind].some(({ key }) => key === thing.key));
    look();
    return onShelfChange(look);
  }, [kind, thing.key]);
  if (kept === null) return null;
  return (
    <span className="copy">
      <button
        type="button"
        className="btn btn-outline-primary save-button"
        aria-pressed={kept}
        onClick={() => setRefused(!toggleSaved(kind, thing))}
      >
        <span aria-hidden="true">{kept ? '★ ' : '☆ '}</span>
        {words.save}
      </button>
      <span role="status" className="copy-done">
        {refused ? words.refused : ''}
      </span>
    </span>
  );
}
