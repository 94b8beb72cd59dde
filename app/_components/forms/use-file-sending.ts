import { useEffect, useRef, useState } from 'react';
import { longestFile, longestForm } from '#lib/http/forms/form-limits.ts';
import { sendingField } from '#lib/http/forms/sending.ts';

export interface FileWords {
  /** With `{name}`. */
  tooLong: string;
  together: string;
  /** With `{sent}` and `{total}`. */
  sent: string;
  lost: string;
}

/** Milliseconds: what takes no longer needs no bar. */
const firstLook = 1000;
const nextLook = 700;

/** Files of a form on their way: what is too long is said before it is sent, and how far they are while they go. */
export function useFileSending(pending: boolean): {
  sending: { received: number; total: number } | null;
  /** The form with the key under which the server tells how much of it has come, above all else. */
  keyed(data: FormData): FormData;
} {
  const key = useRef('');
  const [sending, setSending] = useState<{ received: number; total: number } | null>(null);
  useEffect(() => {
    if (!pending || key.current === '') return;
    let timer = setTimeout(look, firstLook);
    async function look() {
      const answer = await fetch(`/sending/${key.current}`, { cache: 'no-store' }).catch(() => null);
      const said: unknown = answer?.ok ? await answer.json().catch(() => null) : null;
      setSending(isSending(said) ? said : null);
      timer = setTimeout(look, nextLook);
    }
    return () => {
      clearTimeout(timer);
      setSending(null);
    };
  }, [pending]);
  return {
    sending,
    keyed: (data) => {
      key.current = chosenFiles(data).length > 0 ? newKey() : '';
      if (key.current === '') return data;
      const all = new FormData();
      all.append(sendingField, key.current);
      for (const [name, value] of data) all.append(name, value);
      return all;
    },
  };
}

/** What is said of files that are too long, by the field each is of. */
export function tooLong(data: FormData, words: FileWords): { name: string; message: string }[] {
  const files = chosenFiles(data);
  const each = files
    .filter(([, file]) => file.size > longestFile)
    .map(([name, file]) => ({ name, message: words.tooLong.replace('{name}', () => file.name) }));
  const together = files.reduce((sum, [, { size }]) => sum + size, 0);
  const first = files[0];
  return each.length === 0 && first && together > longestForm ? [{ name: first[0], message: words.together }] : each;
}

/** A box in which no file was chosen sends one without a name, which on its way by script is given one: as if an empty file had been chosen. */
export function withoutUnchosen(data: FormData): FormData {
  const chosen = new FormData();
  for (const [name, value] of data) if (typeof value === 'string' || value.name !== '') chosen.append(name, value);
  return chosen;
}

const chosenFiles = (data: FormData): [string, File][] =>
  [...data].flatMap(([name, value]): [string, File][] =>
    value instanceof File && value.size > 0 ? [[name, value]] : [],
  );

const isSending = (said: unknown): said is { received: number; total: number } =>
  typeof said === 'object' && said !== null && 'received' in said && 'total' in said;

/** Also where no TLS is, and `randomUUID` therefore is not. */
const newKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
