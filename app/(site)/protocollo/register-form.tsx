'use client';

import { startTransition, useActionState, useEffect, useRef, useState, type SubmitEvent } from 'react';
import { keepsForm } from '#app/_components/forms/keeps-form.ts';
import { SendingBar } from '#app/_components/forms/sending-bar.tsx';
import { tooLong, useFileSending, withoutUnchosen, type FileWords } from '#app/_components/forms/use-file-sending.ts';

/** What a form of the register answers. */
export interface FormAnswer {
  turn: number;
  sent: Readonly<Record<string, string>>;
  lines: readonly string[];
}

/** Options of one group stand together; those without one stand first. */
export interface FormOption {
  value: string;
  label: string;
  group?: string;
}

export interface FormField {
  name: string;
  label: string;
  kind: 'text' | 'area' | 'date' | 'instant' | 'number' | 'file' | 'files' | 'choice' | 'hidden';
  required?: boolean;
  help?: string;
  value?: string;
  most?: number;
  accept?: string;
  options?: readonly FormOption[];
}

/** A form of the register; works without script, and keeps what was typed when something is missing. */
export function RegisterForm({
  id,
  answer,
  fields,
  words,
  files,
}: {
  id: string;
  answer: (before: FormAnswer, data: FormData) => Promise<FormAnswer>;
  fields: readonly FormField[];
  words: { send: string; working: string };
  /** Of a form that carries some. */
  files?: FileWords;
}) {
  const lost = (before: FormAnswer): FormAnswer => ({ ...before, turn: before.turn + 1, lines: [files?.lost ?? ''] });
  const [state, send, pending] = useActionState(files ? keepsForm(answer, lost) : answer, nothingSent);
  const { sending, keyed } = useFileSending(pending);
  const [unsent, setUnsent] = useState<string[]>([]);
  const told = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (state.turn > 0 || unsent.length > 0) told.current?.focus();
  }, [state.turn, unsent]);
  // React empties a form that its action has answered: what was typed would be lost with the files that were chosen.
  const onSubmit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (pending) return;
    const data = withoutUnchosen(new FormData(event.currentTarget));
    const long = files ? tooLong(data, files).map(({ message }) => message) : [];
    setUnsent(long);
    if (long.length === 0) startTransition(() => send(keyed(data)));
  };
  const lines = unsent.length > 0 ? unsent : state.lines;
  return (
    <form action={send} onSubmit={onSubmit} className="fields-form protocol-form" aria-busy={pending}>
      <div ref={told} tabIndex={-1}>
        {lines.length > 0 ? (
          <div className="edit-refused" role="alert">
            {lines.map((line) => (
              <p key={line}>{line}</p>
            ))}
          </div>
        ) : null}
      </div>
      {fields.map((field) => (
        <Field key={field.name} id={`${id}-${field.name}`} field={field} sent={state.sent[field.name]} />
      ))}
      <p className="edit-buttons">
        <button type="submit" className="btn btn-primary" aria-disabled={pending}>
          {words.send}
        </button>
        <span role="status">{pending ? words.working : ''}</span>
        {sending && files ? <SendingBar sending={sending} words={files.sent} /> : null}
      </p>
    </form>
  );
}

const nothingSent: FormAnswer = { turn: 0, sent: {}, lines: [] };

const types = { text: 'text', date: 'date', instant: 'datetime-local', number: 'number', file: 'file', files: 'file' };

function Field({ id, field, sent }: { id: string; field: FormField; sent: string | undefined }) {
  const { name, kind, required, help, most = 300, options = [] } = field;
  const value = sent ?? field.value;
  if (kind === 'hidden') return <input type="hidden" name={name} value={field.value} />;
  const shared = { id, name, required, 'aria-describedby': help ? `${id}-help` : undefined };
  return (
    <p>
      <label htmlFor={id}>{field.label}</label>
      {kind === 'area' ? (
        <textarea {...shared} rows={3} maxLength={most} defaultValue={value} />
      ) : kind === 'choice' ? (
        <select {...shared} defaultValue={value}>
          <Options options={options.filter(({ group }) => group === undefined)} />
          {[...new Set(options.flatMap(({ group }) => group ?? []))].map((name) => (
            <optgroup key={name} label={name}>
              <Options options={options.filter(({ group }) => group === name)} />
            </optgroup>
          ))}
        </select>
      ) : kind === 'file' || kind === 'files' ? (
        <input {...shared} type="file" accept={field.accept} multiple={kind === 'files'} />
      ) : (
        <input
          {...shared}
          type={types[kind]}
          maxLength={kind === 'text' ? most : undefined}
          min={kind === 'number' ? 1 : undefined}
          defaultValue={value}
        />
      )}
      {help ? (
        <span id={`${id}-help`} className="aside">
          {help}
        </span>
      ) : null}
    </p>
  );
}

function Options({ options }: { options: readonly FormOption[] }) {
  return options.map(({ value, label }) => (
    <option key={value} value={value}>
      {label}
    </option>
  ));
}
