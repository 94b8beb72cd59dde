'use client';

import { useActionState, useEffect, useRef, type ReactNode } from 'react';
import type { ToldState } from './told-state.ts';

/** A short form on a page that stays: what became of it is told above, and begins anew once it was good. @param id of the heading */
export function ToldForm({
  id,
  answer,
  words,
  children,
}: {
  id: string;
  answer: (before: ToldState, data: FormData) => Promise<ToldState>;
  words: Record<'title' | 'send' | 'working', string> & { help?: string };
  children: (state: ToldState) => ReactNode;
}) {
  const [state, send, pending] = useActionState(answer, { turn: 0, sent: {}, good: true, lines: [] });
  const told = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (state.turn > 0) told.current?.focus();
  }, [state.turn]);
  return (
    <section className="closure-form" aria-labelledby={id}>
      <h2 id={id}>{words.title}</h2>
      {words.help ? <p>{words.help}</p> : null}
      <div ref={told} tabIndex={-1}>
        {state.lines.length > 0 ? (
          <div className={state.good ? 'types-told' : 'edit-refused'} role={state.good ? 'status' : 'alert'}>
            {state.lines.map((line) => (
              <p key={line}>{line}</p>
            ))}
          </div>
        ) : null}
      </div>
      <form key={state.turn} action={send} className="fields-form" aria-busy={pending}>
        {children(state)}
        <p className="edit-buttons">
          <button type="submit" className="btn btn-primary" aria-disabled={pending}>
            {words.send}
          </button>
          <span role="status">{pending ? words.working : ''}</span>
        </p>
      </form>
    </section>
  );
}
