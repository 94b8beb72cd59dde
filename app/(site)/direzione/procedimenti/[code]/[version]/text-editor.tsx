'use client';

import { startTransition, useActionState, useEffect, useRef, useState, type SubmitEvent } from 'react';
import type { EditState } from './edit-state.ts';
import { EditNotice } from './edit-notice.tsx';
import type { LineDiffWords } from './line-diff.tsx';
import { useUnsavedWarning } from './use-unsaved-warning.ts';

export interface TextEditorWords {
  label: string;
  help: string;
  save: string;
  working: string;
  diff: LineDiffWords;
}

/** Lines to write on where no script counts those that come. */
const spare = 12;

/**
 * The YAML of a draft with the numbers of its lines. The field is as long as its text and what is around it scrolls, so that numbers and
 * lines stay together without script too.
 */
export function TextEditor({
  source,
  start,
  save,
  wrong,
  words,
}: {
  source: string;
  start: EditState;
  save: (before: EditState, data: FormData) => Promise<EditState>;
  /** Lines with something wrong. */
  wrong: readonly number[];
  words: TextEditorWords;
}) {
  const [state, send, pending] = useActionState(save, start);
  const first = state.sent?.['text'] ?? source;
  const [size, setSize] = useState(() => sizeOf(first));
  const field = useRef<HTMLTextAreaElement>(null);
  const told = useRef<HTMLDivElement>(null);
  const dirty = useUnsavedWarning(state);
  useEffect(() => {
    if (state.turn > 0) told.current?.focus();
  }, [state.turn]);
  useLineLinks(field);
  // React empties a form that its action has answered: what was typed meanwhile would be lost.
  const onSubmit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    dirty.sent();
    const data = new FormData(event.currentTarget);
    startTransition(() => send(data));
  };
  const rows = size.rows + spare;
  return (
    <form action={send} onSubmit={onSubmit} className="text-editor" aria-busy={pending}>
      <EditNotice state={state} diff={words.diff} at={told} />
      <input type="hidden" name="revision" value={state.revision} />
      <label htmlFor="testo">{words.label}</label>
      <p id="testo-aiuto" className="aside">
        {words.help}
      </p>
      <div className="text-editor-frame">
        <div className="text-editor-numbers" aria-hidden="true">
          {Array.from({ length: rows }, (_, index) => (
            <span key={index} id={`riga-${index + 1}`} className={wrong.includes(index + 1) ? 'is-wrong' : undefined}>
              {index + 1}
            </span>
          ))}
        </div>
        <textarea
          ref={field}
          id="testo"
          name="text"
          defaultValue={first}
          rows={rows}
          cols={size.columns}
          wrap="off"
          lang="it"
          spellCheck={false}
          autoCapitalize="off"
          autoComplete="off"
          aria-describedby="testo-aiuto"
          onInput={(event) => {
            dirty.typed();
            setSize(sizeOf(event.currentTarget.value));
          }}
        />
      </div>
      <p className="edit-buttons">
        <button type="submit" className="btn btn-primary" aria-disabled={pending}>
          {words.save}
        </button>
        <span role="status">{pending ? words.working : ''}</span>
      </p>
    </form>
  );
}

function sizeOf(text: string): { rows: number; columns: number } {
  const lines = text.split('\n');
  return { rows: lines.length, columns: Math.max(40, ...lines.map(({ length }) => length)) + 2 };
}

/** A link to a line puts the cursor there. */
function useLineLinks(field: { current: HTMLTextAreaElement | null }): void {
  useEffect(() => {
    const go = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest('a[href^="#riga-"]') : null;
      const area = field.current;
      const line = Number(link?.getAttribute('href')?.slice('#riga-'.length));
      if (!area || !line) return;
      event.preventDefault();
      const before = area.value
        .split('\n')
        .slice(0, line - 1)
        .join('\n');
      const begin = before.length + (line > 1 ? 1 : 0);
      const end = area.value.indexOf('\n', begin);
      area.focus({ preventScroll: true });
      area.setSelectionRange(begin, end === -1 ? area.value.length : end);
      document.getElementById(`riga-${line}`)?.scrollIntoView({ block: 'center' });
    };
    document.addEventListener('click', go);
    return () => document.removeEventListener('click', go);
  }, [field]);
}
