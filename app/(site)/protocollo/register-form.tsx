'use client';

import { useActionState, useEffect, useRef } from 'react';

/** What a form of the register answers. */
export interface FormAnswer {
  turn: number;
  sent: Readonly<Record<string, string>>;
  lines: readonly string[];
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
  options?: readonly { value: string; label: string }[];
}

/** A form of the register; works without script, and keeps what was typed when something is missing. */
export function RegisterForm({
  id,
  answer,
  fields,
  words,
}: {
  id: string;
  answer: (before: FormAnswer, data: FormData) => Promise<FormAnswer>;
  fields: readonly FormField[];
  words: { send: string; working: string };
}) {
  const [state, send, pending] = useActionState(answer, { turn: 0, sent: {}, lines: [] });
  const told = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (state.turn > 0) told.current?.focus();
  }, [state.turn]);
  return (
    <form key={state.turn} action={send} className="fields-form protocol-form" aria-busy={pending}>
      <div ref={told} tabIndex={-1}>
        {state.lines.length > 0 ? (
          <div className="edit-refused" role="alert">
            {state.lines.map((line) => (
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
      </p>
    </form>
  );
}

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
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
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
