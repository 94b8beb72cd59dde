'use client';

import { startTransition, useActionState, useEffect, useRef, type SubmitEvent } from 'react';
import type { EditState } from '../edit-state.ts';
import { EditNotice } from '../edit-notice.tsx';
import type { LineDiffWords } from '../line-diff.tsx';
import { useUnsavedWarning } from '../use-unsaved-warning.ts';

export interface ShownField {
  name: string;
  kind: 'line' | 'long' | 'number' | 'choice';
  value: string;
  label: string;
  language: 'it' | 'en' | null;
  options: readonly { value: string; label: string }[];
}

/** Groups of plain values; saved together. */
export function FieldsForm({
  groups,
  start,
  save,
  words,
}: {
  groups: readonly { title: string; fields: readonly ShownField[] }[];
  start: EditState;
  save: (before: EditState, data: FormData) => Promise<EditState>;
  words: { help: string; save: string; working: string; diff: LineDiffWords };
}) {
  const [state, send, pending] = useActionState(save, start);
  const told = useRef<HTMLDivElement>(null);
  const dirty = useUnsavedWarning(state);
  useEffect(() => {
    if (state.turn > 0) told.current?.focus();
  }, [state.turn]);
  const onSubmit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    dirty.sent();
    const data = new FormData(event.currentTarget);
    startTransition(() => send(data));
  };
  return (
    <form action={send} onSubmit={onSubmit} onInput={dirty.typed} className="fields-form" aria-busy={pending}>
      <EditNotice state={state} diff={words.diff} at={told} />
      <p>{words.help}</p>
      <input type="hidden" name="revision" value={state.revision} />
      {groups.map(({ title, fields }) => (
        <fieldset key={title}>
          <legend>{title}</legend>
          {fields.map((field) => (
            <p key={field.name} className={field.language ? `fields-${field.language}` : undefined}>
              <label htmlFor={field.name}>{field.label}</label>
              <Field field={field} value={state.sent?.[field.name] ?? field.value} />
            </p>
          ))}
        </fieldset>
      ))}
      <p className="edit-buttons">
        <button type="submit" className="btn btn-primary" aria-disabled={pending}>
          {words.save}
        </button>
        <span role="status">{pending ? words.working : ''}</span>
      </p>
    </form>
  );
}

function Field({ field: { name, kind, language, options }, value }: { field: ShownField; value: string }) {
  const common = { id: name, name, defaultValue: value, ...(language ? { lang: language } : {}) };
  if (kind === 'long') return <textarea {...common} rows={Math.max(2, Math.ceil(value.length / 75))} />;
  if (kind === 'choice')
    return (
      <select {...common}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    );
  return <input {...common} type="text" inputMode={kind === 'number' ? 'decimal' : undefined} autoComplete="off" />;
}
