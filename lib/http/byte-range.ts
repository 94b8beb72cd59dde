/** `whole`: the answer is 200 with everything. `unsatisfiable`: 416. */
export type AskedRange = { kind: 'whole' } | { kind: 'part'; start: number; end: number } | { kind: 'unsatisfiable' };

/**
 * The one part of a file that a request asks for (RFC 9110 §14). Several parts, or what cannot be read, give the whole, as they may.
 * @param ifRange what the part must still be of, or nothing
 */
export function byteRange(range: string | null, ifRange: string | null, etag: string, bytes: number): AskedRange {
  if (range === null || (ifRange !== null && ifRange !== etag)) return { kind: 'whole' };
  const [, from = '', to = ''] = /^bytes=\s*(\d{0,15})-(\d{0,15})\s*$/.exec(range) ?? [];
  if (from === '' && to === '') return { kind: 'whole' };
  if (from === '') {
    const last = Math.min(Number(to), bytes);
    return last === 0 ? { kind: 'unsatisfiable' } : { kind: 'part', start: bytes - last, end: bytes - 1 };
  }
  const start = Number(from);
  const end = to === '' ? bytes - 1 : Math.min(Number(to), bytes - 1);
  if (to !== '' && Number(to) < start) return { kind: 'whole' };
  return start >= bytes ? { kind: 'unsatisfiable' } : { kind: 'part', start, end };
}
