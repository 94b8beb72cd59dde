'use client';

import { useEffect, useRef, useState } from 'react';
import {
  onShelfChange,
  readShelf,
  toggleSaved,
  type SavedKind,
  type SavedShelf,
  type SavedThing,
} from '#app/_components/saved-shelf.ts';

export interface SavedWords {
  searches: string;
  records: string;
  noSearches: string;
  noRecords: string;
  remove: string;
  removed: string;
  download: string;
}

/** What this browser keeps, as two lists; bookmarks can be taken away as a file. */
export function SavedList({ words, formats }: { words: SavedWords; formats: { label: string; href: string }[] }) {
  const [shelf, setShelf] = useState<SavedShelf | null>(null);
  const [told, setTold] = useState('');
  const top = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const look = () => setShelf(readShelf());
    look();
    return onShelfChange(look);
  }, []);
  if (shelf === null) return null;
  const remove = (kind: SavedKind, thing: SavedThing) => {
    toggleSaved(kind, thing);
    setTold(words.removed.replace('{title}', thing.title));
    // The button that had the focus is gone.
    top.current?.focus();
  };
  const list = (kind: SavedKind, href: (key: string) => string, empty: string) =>
    shelf[kind].length === 0 ? (
      <p>{empty}</p>
    ) : (
      <ul className="saved">
        {shelf[kind].map((thing) => (
          <li key={thing.key}>
            <span>
              <a className="line-title" href={href(thing.key)} lang={kind === 'records' ? 'it' : undefined}>
                {thing.title}
              </a>
              <span className="line-facts">{thing.facts}</span>
            </span>
            <button
              type="button"
              className="btn btn-outline-primary btn-small"
              aria-label={`${words.remove}: ${thing.title}`}
              onClick={() => remove(kind, thing)}
            >
              {words.remove}
            </button>
          </li>
        ))}
      </ul>
    );
  const heading = (name: string, things: readonly SavedThing[]) =>
    things.length ? `${name} (${things.length})` : name;
  const ids = shelf.records.map(({ key }) => `&id=${key}`).join('');
  return (
    <div ref={top} tabIndex={-1} className="saved-lists">
      <p role="status" className="visually-hidden">
        {told}
      </p>
      <h2>{heading(words.records, shelf.records)}</h2>
      {list('records', (key) => `/records/${key}`, words.noRecords)}
      {ids ? (
        <p className="exports">
          {words.download}{' '}
          {formats.map(({ label, href }) => (
            <a key={href} href={href + ids} download>
              {label}
            </a>
          ))}
        </p>
      ) : null}
      <h2>{heading(words.searches, shelf.searches)}</h2>
      {list('searches', (key) => key, words.noSearches)}
    </div>
  );
}
