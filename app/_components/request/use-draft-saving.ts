import { useCallback, useEffect, useRef, useState, type RefObject } from 'react';
// The small build: the whole one would be 30 kB of each form's script.
import * as z from 'zod/mini';
import { entriesOf, fillForm } from './form-entries.ts';
import { forgetOthers, readKept, writeKept } from './kept-here.ts';

/** How a page of a form is saved while somebody types. */
export interface DraftSaving {
  /** Where it is sent. */
  address: string;
  /** The address of the page once it is saved. */
  path: string;
  owner: string;
  /** What it is kept under in this tab while the server has it not: before the draft has begun, and after. */
  keptAs: { begun: string; before: string };
  words: {
    /** With `{time}`. */
    saved: string;
    over: string;
    away: string;
    full: string;
    gone: string;
    restored: string;
    signIn: string;
  };
}

export type SavingTold =
  { kind: 'nothing' } | { kind: 'saved'; time: string } | { kind: 'over' | 'away' | 'full' | 'gone' };

/** Milliseconds: after the last key, and at the latest after the first that is not saved. */
const rest = 1200;
const latest = 8000;
const again = 15_000;

const savedSchema = z.object({ kind: z.literal('saved'), time: z.string(), revision: z.number() });

/** Answers of the server that are no failure of it. */
const refusals: Readonly<Record<number, 'over' | 'full' | 'gone'>> = {
  401: 'over',
  409: 'full',
  410: 'gone',
  400: 'gone',
};

/**
 * Saves a page of a form as somebody types, says when, and keeps in this tab what the server has not taken: the session is over, or the line is
 * down. What is kept is back when the page is, for who typed it.
 */
export function useDraftSaving(form: RefObject<HTMLFormElement | null>, saving: DraftSaving | undefined) {
  const [told, setTold] = useState<SavingTold>({ kind: 'nothing' });
  const [restored, setRestored] = useState(false);
  const now = useRef({
    revision: 0,
    dirty: false,
    since: 0,
    timer: undefined as ReturnType<typeof setTimeout> | undefined,
    underWay: Promise.resolve(),
    submitted: false,
  });

  /** The next saving, for who has to try again. */
  const goOn = useRef<() => void>(() => undefined);

  /** As far as the server is known to have come: what it drew the form with, or told since. */
  const revision = useCallback(() => {
    const drawn = form.current?.elements.namedItem('revision');
    const known = drawn instanceof HTMLInputElement ? Number(drawn.value) : 0;
    return Math.max(known, now.current.revision);
  }, [form]);
  const name = useCallback(
    () => (saving ? (revision() > 0 ? saving.keptAs.begun : saving.keptAs.before) : ''),
    [saving, revision],
  );
  const keep = useCallback(
    (sent: boolean) => {
      if (!saving || !form.current) return;
      writeKept(name(), { owner: saving.owner, base: revision(), sent, entries: entriesOf(form.current) });
    },
    [saving, form, name, revision],
  );

  const save = useCallback(async (): Promise<void> => {
    const state = now.current;
    clearTimeout(state.timer);
    if (!saving || !form.current || !state.dirty || state.submitted) return;
    state.dirty = false;
    const keptBefore = name();
    const isFirst = revision() === 0;
    const answer = await fetch(saving.address, {
      method: 'POST',
      body: new URLSearchParams(entriesOf(form.current)),
      keepalive: true,
    }).catch(() => null);
    const said = answer?.ok ? savedSchema.safeParse(await answer.json().catch(() => null)) : null;
    if (said?.success) {
      state.revision = said.data.revision;
      if (state.submitted) return;
      writeKept(keptBefore, null);
      if (state.dirty) keep(false);
      if (isFirst) window.history.replaceState(null, '', saving.path);
      setTold({ kind: 'saved', time: said.data.time });
      return;
    }
    const refused = answer ? refusals[answer.status] : undefined;
    setTold({ kind: refused ?? 'away' });
    if (refused === 'over' || refused === 'gone') return;
    state.dirty = true;
    state.timer = setTimeout(() => goOn.current(), again);
  }, [saving, form, name, revision, keep]);

  /** One saving after the other: what came later must not be overtaken. */
  const queue = useCallback(() => {
    now.current.underWay = now.current.underWay.then(save);
    return now.current.underWay;
  }, [save]);

  useEffect(() => {
    goOn.current = () => void queue();
  }, [queue]);

  const typed = useCallback(() => {
    if (!saving) return;
    const state = now.current;
    if (!state.dirty) state.since = performance.now();
    state.dirty = true;
    keep(false);
    clearTimeout(state.timer);
    state.timer = setTimeout(() => void queue(), Math.max(0, Math.min(rest, state.since + latest - performance.now())));
  }, [saving, keep, queue]);

  // What this tab has kept is back.
  useEffect(() => {
    if (!saving || !form.current) return;
    forgetOthers(saving.owner);
    const kept = readKept(name());
    if (!kept) return;
    if (kept.sent || kept.base < revision()) return writeKept(name(), null);
    const { entries } = kept;
    const missing = fillForm(form.current, entries).some((field) => field.startsWith('a.'));
    setRestored(true);
    if (!missing) return typed();
    // Rows that this page has not drawn: saved as they were typed, and drawn by the server.
    const body = new URLSearchParams([
      ...entries.filter(([field]) => field.startsWith('a.') || field === 'for'),
      ...entriesOf(form.current).filter(([field]) => field === 'ticket' || field === 'step'),
    ]);
    const keptName = name();
    void fetch(saving.address, { method: 'POST', body }).then((answer) => {
      if (!answer.ok) return;
      writeKept(keptName, null);
      window.location.replace(saving.path);
    });
  }, [saving, form, name, revision, typed]);

  // Who goes while something is not saved: it goes along with them.
  useEffect(() => {
    if (!saving) return;
    const leave = () => {
      if (now.current.submitted) writeKept(name(), null);
      else void queue();
    };
    const look = () => {
      if (document.visibilityState === 'hidden') void queue();
    };
    window.addEventListener('pagehide', leave);
    document.addEventListener('visibilitychange', look);
    return () => {
      window.removeEventListener('pagehide', leave);
      document.removeEventListener('visibilitychange', look);
      leave();
    };
  }, [saving, name, queue]);

  // Kept in this tab alone, it would be lost with the tab.
  const isOnlyHere = told.kind === 'over' || told.kind === 'away' || told.kind === 'full';
  useEffect(() => {
    if (!isOnlyHere) return;
    const ask = (event: BeforeUnloadEvent) => {
      if (!now.current.submitted && told.kind !== 'over') event.preventDefault();
    };
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [isOnlyHere, told.kind]);

  return {
    told,
    /** What this tab had kept is in the form again. */
    restored,
    typed,
    /** The form is about to be sent: once what is under way has arrived. */
    sending: useCallback(async () => {
      if (!saving) return;
      const state = now.current;
      clearTimeout(state.timer);
      await state.underWay;
      state.submitted = true;
      state.dirty = false;
      keep(true);
    }, [saving, keep]),
    /** It was answered in place: saved, if the server has come further; else it is kept here again. */
    answered: useCallback(
      (before: number) => {
        if (!saving) return;
        now.current.submitted = false;
        if (revision() > before) writeKept(name(), null);
        else keep(false);
      },
      [saving, revision, name, keep],
    ),
    revision,
  };
}
