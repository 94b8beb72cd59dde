'use client';

import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';

/**
 * The keys of the list: they work only while the focus is in it (WCAG 2.1.4). j and k go down and up, Enter opens, x ticks, ? tells which keys
 * there are.
 */
export function WorkKeys({
  children,
  words,
}: {
  children: ReactNode;
  words: { open: string; title: string; keys: readonly (readonly [string, string])[]; close: string };
}) {
  const list = useRef<HTMLDivElement>(null);
  const panel = useRef<HTMLDialogElement>(null);
  const [alive, setAlive] = useState(false);
  useEffect(() => setAlive(true), []);

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !(event.target instanceof HTMLElement)) return;
    if (event.target.closest('select, textarea, input:not([type=checkbox])')) return;
    const links = [...(list.current?.querySelectorAll<HTMLAnchorElement>('a.work-link') ?? [])];
    const row = event.target.closest('li');
    const at = links.findIndex((link) => row?.contains(link));
    if (event.key === 'j' || event.key === 'k')
      links[Math.min(Math.max(at + (event.key === 'j' ? 1 : -1), 0), links.length - 1)]?.focus();
    else if (event.key === 'x') row?.querySelector<HTMLInputElement>('input[type=checkbox]')?.click();
    else if (event.key === '?') panel.current?.showModal();
    else return;
    event.preventDefault();
  };
  return (
    <>
      {alive ? (
        <p className="work-help">
          <button type="button" className="as-link" onClick={() => panel.current?.showModal()}>
            {words.open} <kbd>?</kbd>
          </button>
        </p>
      ) : null}
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- the keys are of the links within */}
      <div ref={list} onKeyDown={onKeyDown}>
        {children}
      </div>
      <dialog ref={panel} className="work-panel" aria-labelledby="work-keys-title">
        <h2 id="work-keys-title">{words.title}</h2>
        <dl>
          {words.keys.map(([key, what]) => (
            <div key={key}>
              <dt>
                <kbd>{key}</kbd>
              </dt>
              <dd>{what}</dd>
            </div>
          ))}
        </dl>
        <form method="dialog">
          <button type="submit" className="btn btn-primary btn-sm">
            {words.close}
          </button>
        </form>
      </dialog>
    </>
  );
}
