'use client';

import { startTransition, useActionState, useEffect, useRef, type ReactNode, type SubmitEvent } from 'react';
import type { BulkState } from './bulk-state.ts';

/** The list as a form: ticked cases are given to somebody, and what came of each is told above. */
export function BulkForm({
  answer,
  colleagues,
  words,
  children,
}: {
  answer: (before: BulkState, data: FormData) => Promise<BulkState>;
  colleagues: readonly { id: string; name: string }[];
  words: { to: string; choose: string; pile: string; assign: string; working: string };
  children: ReactNode;
}) {
  const [state, send, pending] = useActionState(answer, { turn: 0, title: null, results: [] });
  const told = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (state.turn > 0) told.current?.focus();
  }, [state.turn]);
  const onSubmit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    startTransition(() => send(data));
  };
  return (
    <form action={send} onSubmit={onSubmit} className="work-form" aria-busy={pending}>
      <div ref={told} tabIndex={-1} className="work-told">
        {state.title ? (
          <div className="asked-notice" role="status">
            <h2>{state.title}</h2>
            <ul>
              {state.results.map(({ id, title, done, words: what }) => (
                <li key={id}>
                  <strong>{done ? '✓' : '✗'}</strong> {title}: {what}
                </li>
              ))}
            </ul>
          </div>
        ) : null}
      </div>
      {children}
      <p className="work-bulk">
        <label htmlFor="bulk-to">{words.to}</label>
        <select id="bulk-to" name="a" defaultValue="">
          <option value="">{words.choose}</option>
          <option value="nessuno">{words.pile}</option>
          {colleagues.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
        <button type="submit" className="btn btn-outline-primary btn-sm" aria-disabled={pending}>
          {words.assign}
        </button>
        <span role="status" className="asked-working">
          {pending ? words.working : ''}
        </span>
      </p>
    </form>
  );
}
