'use client';

import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { loadSuggestions, type Suggested } from './load-suggestions.ts';

interface SuggestedInputProps {
  id: string;
  q: string;
  placeholder: string;
  words: { list: string; none: string; one: string; other: string };
}

/** Milliseconds without a key before suggestions are asked for. */
const pause = 150;

/**
 * The question field. Without script a plain field; with it, what begins so is suggested below: a combobox with a list (WAI-ARIA 1.2), in which
 * arrows choose, Enter goes there, Escape closes. Enter without a choice searches, as ever.
 */
export function SuggestedInput({ id, q, placeholder, words }: SuggestedInputProps) {
  const listId = useId();
  const asking = useRef<AbortController | null>(null);
  const [alive, setAlive] = useState(false);
  const [found, setFound] = useState<Suggested[]>([]);
  const [chosen, setChosen] = useState(-1);
  const [told, setTold] = useState('');
  useEffect(() => setAlive(true), []);
  useEffect(() => () => asking.current?.abort(), []);

  const open = found.length > 0;
  const close = () => {
    asking.current?.abort();
    setFound([]);
    setChosen(-1);
    setTold('');
  };
  const onInput = (text: string) => {
    asking.current?.abort();
    setChosen(-1);
    if (text.trim().length < 2) return close();
    const asked = new AbortController();
    asking.current = asked;
    const timer = window.setTimeout(async () => {
      const suggestions = await loadSuggestions(text, asked.signal);
      if (asked.signal.aborted) return;
      // What began as the field did before begins as it does no longer.
      if (suggestions === null) return close();
      setFound(suggestions);
      const count = suggestions.length;
      setTold(count === 0 ? words.none : count === 1 ? words.one : words.other.replace('{count}', String(count)));
    }, pause);
    asked.signal.addEventListener('abort', () => window.clearTimeout(timer));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!open) return;
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) {
      // From the field to the first or the last, from the ends back to the field.
      setChosen(((chosen + 1 + step + found.length + 1) % (found.length + 1)) - 1);
    } else if (event.key === 'Enter' && found[chosen]) {
      location.assign(found[chosen].url);
    } else if (event.key === 'Escape') {
      close();
    } else return;
    event.preventDefault();
  };

  const combobox = alive
    ? ({
        role: 'combobox',
        'aria-autocomplete': 'list',
        'aria-expanded': open,
        'aria-controls': listId,
        'aria-activedescendant': chosen < 0 ? undefined : `${listId}-${chosen}`,
      } as const)
    : {};
  return (
    <div className="suggested">
      <input
        id={id}
        type="search"
        name="q"
        defaultValue={q}
        placeholder={placeholder}
        maxLength={1000}
        autoComplete="off"
        enterKeyHint="search"
        onInput={(event) => onInput(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        onBlur={close}
        {...combobox}
      />
      {alive ? (
        <>
          <div id={listId} role="listbox" aria-label={words.list} className="suggestions" hidden={!open}>
            {found.map((suggestion, index) => (
              // A click takes the focus from the field, which closes the list: the press is what counts.
              <div
                key={suggestion.url}
                id={`${listId}-${index}`}
                role="option"
                tabIndex={-1}
                aria-selected={index === chosen}
                onMouseDown={(event) => {
                  event.preventDefault();
                  if (event.button === 0) location.assign(suggestion.url);
                }}
              >
                <span className="suggestion-label" lang="it">
                  {suggestion.label}
                </span>{' '}
                <span className="suggestion-what">
                  {suggestion.what}
                  {suggestion.note ? <span lang="it">, {suggestion.note}</span> : null}
                </span>
              </div>
            ))}
          </div>
          <span role="status" className="visually-hidden">
            {told}
          </span>
        </>
      ) : null}
    </div>
  );
}
