'use client';

import { startTransition, useActionState, useEffect, useRef, useState, type SubmitEvent } from 'react';
import type { FormProblem, FormState } from '#lib/http/form-view.ts';
import { FormPartView } from './form-part.tsx';
import { keepsForm } from './keeps-form.ts';
import { DraftStatus } from '../request/draft-status.tsx';
import { useDraftSaving, type DraftSaving } from '../request/use-draft-saving.ts';
import { SendingBar } from './sending-bar.tsx';
import { tooLong, useFileSending, withoutUnchosen, type FileWords } from './use-file-sending.ts';
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
  files,
  label,
  fold,
  saving,
}: {
  id: string;
  start: FormState;
  answer: FormAnswer;
  words: FormWords;
  /** Of a form that carries some. */
  files?: FileWords;
  label?: string;
  /** What it is folded under until somebody wants it; folds of one group are open one at a time. */
  fold?: { summary: string; group?: string };
  /** Of a form that is saved while one types: leaving it loses nothing then, and nobody is asked. */
  saving?: DraftSaving;
}) {
  const lost = (before: FormState): FormState => ({
    ...before,
    problems: [],
    notice: { title: words.problems, lines: [files?.lost ?? ''] },
    turn: before.turn + 1,
  });
  const [state, send, pending] = useActionState(files ? keepsForm(answer, lost) : answer, start);
  const { sending, keyed } = useFileSending(pending);
  /** Files that were not sent for their length. */
  const [unsent, setUnsent] = useState<FormProblem[]>([]);
  const top = useRef<HTMLDivElement>(null);
  const turn = useRef(state.turn);
  useEffect(() => {
    if (turn.current === state.turn) return;
    turn.current = state.turn;
    top.current?.focus();
  }, [state.turn]);
  useEffect(() => {
    if (unsent.length > 0) top.current?.focus();
  }, [unsent]);
  const leaving = useLeaveWarning(saving ? 0 : state.turn);
  const page = useRef<HTMLFormElement>(null);
  const draft = useDraftSaving(page, saving);
  const savedBefore = useRef(0);
  const { answered } = draft;
  const waited = useRef(false);
  useEffect(() => {
    if (waited.current && !pending) answered(savedBefore.current);
    waited.current = pending;
  }, [pending, answered]);

  // React empties a form that its action has answered: what was typed would be lost with the files that were chosen.
  const onSubmit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    // Pressed twice, files would be sent twice.
    if (pending) return;
    const { submitter } = event.nativeEvent as { submitter?: HTMLElement | null };
    const data = withoutUnchosen(new FormData(event.currentTarget, submitter ?? null));
    const long = files ? tooLong(data, files) : [];
    setUnsent(long);
    if (long.length > 0) return;
    leaving.sent();
    if (!saving) return startTransition(() => send(keyed(data)));
    savedBefore.current = draft.revision();
    void draft.sending().then(() => startTransition(() => send(keyed(data))));
  };
  const { form } = state;
  const problems = unsent.length > 0 ? unsent : state.problems;
  const notice = unsent.length > 0 ? null : state.notice;
  const asked = (
    <form
      ref={page}
      id={id}
      action={send}
      onSubmit={onSubmit}
      onInput={saving ? draft.typed : leaving.typed}
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
            {notice.links?.map(({ href, label: text, apart }) => (
              <p key={href}>
                <a href={href} {...(apart ? { target: '_blank', rel: 'noopener' } : {})}>
                  {text}
                </a>
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
        {saving ? <DraftStatus told={draft.told} restored={draft.restored} words={saving.words} /> : null}
        {sending && files ? <SendingBar sending={sending} words={files.sent} /> : null}
      </p>
    </form>
  );
  if (!fold) return asked;
  return (
    // An answer to it is not hidden: without script it comes with a new page, on which all would be folded.
    <details name={fold.group} open={state.turn > 0 || undefined}>
      <summary className="btn btn-outline-primary btn-sm">{fold.summary}</summary>
      {asked}
    </details>
  );
}

/** What is wrong with one field. */
export const problemsOf = (problems: readonly FormProblem[], name: string): FormProblem[] =>
  problems.filter((problem) => problem.name === name);
