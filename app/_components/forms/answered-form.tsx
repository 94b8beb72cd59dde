'use client';

import { startTransition, useActionState, useEffect, useRef, type SubmitEvent } from 'react';
import type { FormProblem, FormState } from '#lib/http/form-view.ts';
import { FormPartView } from './form-part.tsx';
import { useLeaveWarning } from './use-leave-warning.ts';

export interface FormWords {
  problems: string;
  optional: string;
  working: string;
}

export type FormAnswer = (before: FormState, data: FormData) => Promise<FormState>;

/**
 * A form that its action answers: without script by a new page, with it in place, where chosen files and all that was typed stay. What is
 * wrong is said once above, with links, and beside each field. Who leaves it half filled is asked.
 */
export function AnsweredForm({
  id,
  start,
  answer,
  words,
  label,
}: {
  id: string;
  start: FormState;
  answer: FormAnswer;
  words: FormWords;
  label?: string;
}) {
  const [state, send, pending] = useActionState(answer, start);
  const top = useRef<HTMLDivElement>(null);
  const turn = useRef(state.turn);
  useEffect(() => {
    if (turn.current === state.turn) return;
    turn.current = state.turn;
    top.current?.focus();
  }, [state.turn]);
  const leaving = useLeaveWarning(state.turn);

  // React empties a form that its action has answered: what was typed would be lost with the files that were chosen.
  const onSubmit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    leaving.sent();
    const { submitter } = event.nativeEvent as { submitter?: HTMLElement | null };
    const data = new FormData(event.currentTarget, submitter ?? null);
    startTransition(() => send(withoutUnchosen(data)));
  };
  const { form, problems, notice } = state;
  return (
    <form
      id={id}
      action={send}
      onSubmit={onSubmit}
      onInput={leaving.typed}
      className="asked"
      aria-label={label}
      noValidate
      aria-busy={pending}
    >
      <div ref={top} tabIndex={-1} className="asked-top">
        {problems.length > 0 ? (
          <div className="asked-problems" role="alert">
            <h2>{words.problems}</h2>
            <ul>
              {problems.map(({ name, message }) => (
                <li key={`${name}${message}`}>
                  <a href={`#${id}-${name}`}>{message}</a>
                </li>
              ))}
            </ul>
          </div>
        ) : null}
        {notice ? (
          <div className="asked-notice" role="alert">
            <h2>{notice.title}</h2>
            <ul>
              {notice.lines.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
            {notice.links?.map(({ href, label: text }) => (
              <p key={href}>
                <a href={href}>{text}</a>
              </p>
            ))}
          </div>
        ) : null}
      </div>
      {form.hidden.map(({ name, value }, index) => (
        <input key={`${name}-${index}`} type="hidden" name={name} value={value} />
      ))}
      {form.parts.map((part) => (
        <FormPartView key={part.name} part={part} id={id} problems={problems} words={words} />
      ))}
      <p className="asked-buttons">
        {form.buttons.map(({ label: text, intent, manner }) => (
          <button
            key={intent}
            type="submit"
            name="intent"
            value={intent}
            className={
              manner === 'plain' ? 'as-link' : `btn btn-${manner === 'primary' ? 'primary' : 'outline-primary'}`
            }
            aria-disabled={pending}
          >
            {text}
          </button>
        ))}
        <span role="status" className="asked-working">
          {pending ? words.working : ''}
        </span>
      </p>
    </form>
  );
}

/** A box in which no file was chosen sends one without a name, which on its way by script is given one: as if an empty file had been chosen. */
function withoutUnchosen(data: FormData): FormData {
  const chosen = new FormData();
  for (const [name, value] of data) if (typeof value === 'string' || value.name !== '') chosen.append(name, value);
  return chosen;
}

/** What is wrong with one field. */
export const problemsOf = (problems: readonly FormProblem[], name: string): FormProblem[] =>
  problems.filter((problem) => problem.name === name);
