'use client';

import { useActionState, useEffect, useRef } from 'react';
import type { ClosureState } from './closure-state.ts';

/** A day on which the offices are closed, what it is called and by which act. */
export function ClosureForm({
  answer,
  words,
}: {
  answer: (before: ClosureState, data: FormData) => Promise<ClosureState>;
  words: Record<'title' | 'help' | 'day' | 'nameIt' | 'nameEn' | 'source' | 'sourceHelp' | 'send' | 'working', string>;
}) {
  const [state, send, pending] = useActionState(answer, { turn: 0, sent: {}, good: true, lines: [] });
  const told = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (state.turn > 0) told.current?.focus();
  }, [state.turn]);
  return (
    <section className="closure-form" aria-labelledby="aggiungi">
      <h2 id="aggiungi">{words.title}</h2>
      <p>{words.help}</p>
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
        <p>
          <label htmlFor="closure-day">{words.day}</label>
          <input id="closure-day" name="day" type="date" required defaultValue={state.sent['day']} />
        </p>
        <p>
          <label htmlFor="closure-it">{words.nameIt}</label>
          <input id="closure-it" name="nameIt" required maxLength={200} defaultValue={state.sent['nameIt']} />
        </p>
        <p>
          <label htmlFor="closure-en">{words.nameEn}</label>
          <input id="closure-en" name="nameEn" lang="en" required maxLength={200} defaultValue={state.sent['nameEn']} />
        </p>
        <p>
          <label htmlFor="closure-source">{words.source}</label>
          <input
            id="closure-source"
            name="source"
            required
            maxLength={200}
            defaultValue={state.sent['source']}
            aria-describedby="closure-source-help"
          />
          <span id="closure-source-help" className="aside">
            {words.sourceHelp}
          </span>
        </p>
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
