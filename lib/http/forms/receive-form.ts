import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Busboy } from '@fastify/busboy';
import type { Received } from '#lib/store/documents/receive.ts';
import { longestTyped, mostFiles } from './form-limits.ts';
import { forgetSent, putAside } from './sent-files.ts';

export interface FormTakers {
  /** Whether files may be taken, asked once, before the first byte of one is looked at. */
  may(typed: ReadonlyMap<string, string>): Promise<boolean>;
  take(source: AsyncIterable<Uint8Array>): Promise<Received>;
  /** Each field as it comes: those above a file are there before it. */
  typed?(name: string, value: string): void;
}

/** A form without the bytes of its files; in their place stands by what its page finds them. */
export type ReceivedForm =
  | { kind: 'form'; data: FormData; tokens: string[] }
  /** More fields or longer ones than any form of ours has. */
  | { kind: 'tooMuch' }
  /** It broke off, or is no form. */
  | { kind: 'unreadable' };

type Entry = [name: string, value: string | File];

const limits = {
  fieldNameSize: 1000,
  fieldSize: longestTyped,
  fields: 5000,
  files: mostFiles,
  parts: 5000 + mostFiles,
  headerPairs: 50,
};

/** A file that broke off says so to who reads it, and again later, when nobody listens: that would end the process. */
const toldAlready = (): void => undefined;

/** Takes a form as it comes: what was typed into memory, files into the store, a part at a time. */
export async function receiveForm(body: Readable, type: string, takers: FormTakers): Promise<ReceivedForm> {
  const entries: (Entry | Promise<Entry | null>)[] = [];
  const typed = new Map<string, string>();
  const tokens: string[] = [];
  let tooMuch = false;
  let length = 0;
  let allowed: Promise<boolean> | null = null;

  const takeFile = async (name: string, file: Readable, fileName: string): Promise<Entry | null> => {
    // A box in which nothing was chosen.
    if (fileName === '') {
      file.resume();
      return [name, new File([], '')];
    }
    if (!(await (allowed ??= takers.may(typed)))) {
      file.resume();
      return null;
    }
    // Not ended with its reader: what is not wanted of a file must still go by, or the rest of the form would wait behind it.
    const received = await takers.take(file.iterator({ destroyOnReturn: false }));
    // Refused before its end: what still comes of it is let go by.
    file.resume();
    const token = putAside(received);
    tokens.push(token);
    return [name, new File([token], fileName)];
  };

  try {
    const form = new Busboy({ headers: { 'content-type': type }, limits });
    const open = new Set<Readable>();
    // A form that breaks off ends the file that it is in.
    const breakOff = (error: unknown) => {
      for (const file of open) file.destroy(error instanceof Error ? error : new Error('the form broke off'));
    };
    form.on('error', breakOff);
    body.once('error', breakOff);
    for (const limit of ['fieldsLimit', 'filesLimit', 'partsLimit'] as const) form.on(limit, () => (tooMuch = true));
    form.on('field', (name, value, nameCut, valueCut) => {
      length += name.length + value.length;
      if (nameCut || valueCut || length > longestTyped) {
        tooMuch = true;
        return;
      }
      typed.set(fieldName(name), value);
      takers.typed?.(fieldName(name), value);
      entries.push([name, value]);
    });
    form.on('file', (name, file, fileName) => {
      file.on('error', toldAlready);
      open.add(file);
      file.once('close', () => open.delete(file));
      const entry = takeFile(name, file, fileName ?? '');
      entry.catch(() => file.resume());
      entries.push(entry);
    });
    await pipeline(body, form);
  } catch {
    await Promise.allSettled(entries);
    await forgetSent(tokens);
    return { kind: 'unreadable' };
  }
  const whole = await Promise.allSettled(entries);
  const failed = whole.find((one) => one.status === 'rejected');
  if (tooMuch || failed) await forgetSent(tokens);
  if (tooMuch) return { kind: 'tooMuch' };
  if (failed) throw failed.reason;
  const data = new FormData();
  for (const one of whole) if (one.status === 'fulfilled' && one.value) data.append(...one.value);
  return { kind: 'form', data, tokens };
}

/** The name that a field has in its form: sent by script, React counts forms before it. */
const fieldName = (name: string): string => name.replace(/^_?\d+_/, '');
