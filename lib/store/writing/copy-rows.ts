import { once } from 'node:events';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';

export type CopyValue = string | number | boolean | null;

/** One line of PostgreSQL's COPY text format. */
export function copyLine(values: readonly CopyValue[]): string {
  let line = '';
  for (let i = 0; i < values.length; i++) {
    if (i > 0) line += '\t';
    const value = values[i];
    if (value === null || value === undefined) line += '\\N';
    else if (typeof value === 'string') line += escapeCopy(value);
    else line += value === true ? 't' : value === false ? 'f' : String(value);
  }
  return line + '\n';
}

function escapeCopy(text: string): string {
  const sound = text.isWellFormed() ? text : text.toWellFormed();
  return /[\\\n\r\t]/.test(sound)
    ? sound.replace(/[\\\n\r\t]/g, (c) => (c === '\\' ? '\\\\' : c === '\n' ? '\\n' : c === '\r' ? '\\r' : '\\t'))
    : sound;
}

/** Text form of a PostgreSQL text array, to be put through `copyLine`. */
export function copyArray(values: readonly string[]): string {
  return `{${values.map((value) => `"${value.replace(/["\\]/g, '\\$&')}"`).join(',')}}`;
}

/** Writes finished COPY lines; at most about 256 KiB wait in memory at a time. */
export async function copyRows(client: pg.ClientBase, into: string, lines: Iterable<string>): Promise<void> {
  const stream = client.query(copyFrom(`COPY ${into} FROM STDIN`));
  const done = new Promise<void>((resolve, reject) => stream.on('finish', resolve).on('error', reject));
  done.catch(() => undefined);
  let chunk = '';
  for (const line of lines) {
    chunk += line;
    if (chunk.length > 1 << 18) {
      if (!stream.write(chunk)) await Promise.race([once(stream, 'drain'), done]);
      chunk = '';
    }
  }
  stream.end(chunk);
  await done;
}
