'use client';

import { useActionState, useEffect, useRef } from 'react';
import type { PublishState } from './publish-state.ts';

/** From which day a draft becomes the version that holds; or that it is not wanted. */
export function PublishForm({
  answer,
  revision,
  today,
  words,
}: {
  answer: (before: PublishState, data: FormData) => Promise<PublishState>;
  revision: number;
  today: string;
  words: Record<
    'title' | 'help' | 'day' | 'publish' | 'withdrawTitle' | 'withdrawHelp' | 'withdraw' | 'working',
    string
  >;
}) {
  const [state, send, pending] = useActionState(answer, { turn: 0, day: today, title: null, lines: [] });
  const told = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (state.turn > 0) told.current?.focus();
  }, [state.turn]);
  return (
    <section className="publish-forms" aria-labelledby="publish">
      <div ref={told} tabIndex={-1}>
        {state.title ? (
          <div className="edit-refused" role="alert">
            <p>
              <strong>{state.title}</strong>
            </p>
            <ul>
              {state.lines.map(({ href, text }) => (
                <li key={text}>{href ? <a href={href}>{text}</a> : text}</li>
              ))}
            </ul>
          </div>
        ) : null}
      </div>
      <form action={send} aria-busy={pending}>
        <h2 id="publish">{words.title}</h2>
        <p id="publish-help">{words.help}</p>
        <input type="hidden" name="revision" value={revision} />
        <p>
          <label htmlFor="day">{words.day}</label>
          <input
            key={state.turn}
            id="day"
            name="day"
            type="date"
            min={today}
            required
            defaultValue={state.day}
            aria-describedby="publish-help"
          />
        </p>
        <p className="edit-buttons">
          <button type="submit" name="intent" value="publish" className="btn btn-primary" aria-disabled={pending}>
            {words.publish}
          </button>
          <span role="status">{pending ? words.working : ''}</span>
        </p>
      </form>
      <form action={send} aria-busy={pending}>
        <h2>{words.withdrawTitle}</h2>
        <p>{words.withdrawHelp}</p>
        <input type="hidden" name="revision" value={revision} />
        <button
          type="submit"
          name="intent"
          value="withdraw"
          className="btn btn-outline-primary"
          aria-disabled={pending}
        >
          {words.withdraw}
        </button>
      </form>
    </section>
  );
}
