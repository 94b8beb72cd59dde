import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { documentContent } from '#lib/http/document-content.ts';

const whole = Buffer.from('%PDF-1.7\nfive hundred words\n%%EOF');
type Found = NonNullable<Parameters<typeof documentContent>[1]>;
const document = (change: Partial<Found> = {}, bytes = whole): Found => ({
  record: 'r1',
  format: 'pdf',
  bytes: bytes.length,
  sha256: 'a'.repeat(64),
  destroyedOn: null,
  present: () => Promise.resolve(bytes.length),
  open: (range) =>
    Readable.from([range ? bytes.subarray(range.start, range.end + 1) : bytes]) as ReturnType<Found['open']>,
  ...change,
});
const ask = (found: Found | null, query = '', headers: Record<string, string> = {}) =>
  documentContent(new Request(`https://site.example/contenuto${query}`, { headers }), found, 'perizia "1".pdf');

describe('the bytes of a document', () => {
  it.each<[string, Found | null, number]>([
    ['that is not there, or not for who asks', null, 404],
    ['that was destroyed', document({ destroyedOn: '2026-01-01' }), 410],
    ['whose file is gone', document({ present: () => Promise.resolve(null) }), 503],
    ['whose file is shorter than it was', document({ present: () => Promise.resolve(3) }), 503],
  ])('%s are not given', async (_, found, status) => {
    const answer = await ask(found);
    expect(answer.status).toBe(status);
    expect(await answer.text()).not.toContain('five hundred words');
  });

  it('are shown where they are what their format says, and saved where that is asked', async () => {
    const shown = await ask(document());
    expect(shown.headers.get('content-type')).toBe('application/pdf');
    expect(shown.headers.get('content-disposition')).toMatch(/^inline/);
    expect(await shown.text()).toBe(whole.toString());
    const saved = await ask(document(), '?scarica');
    expect(saved.headers.get('content-type')).toBe('application/octet-stream');
    expect(saved.headers.get('content-disposition')).toMatch(/^attachment/);
  });

  it('that are another thing than their format says are only saved', async () => {
    const answer = await ask(document({}, Buffer.from('<script>alert(1)</script>')));
    expect(answer.headers.get('content-type')).toBe('application/octet-stream');
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment/);
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('come in parts', async () => {
    const part = await ask(document(), '', { range: 'bytes=0-4' });
    expect([part.status, part.headers.get('content-range'), await part.text()]).toEqual([
      206,
      `bytes 0-4/${whole.length}`,
      '%PDF-',
    ]);
    expect((await ask(document(), '', { range: 'bytes=999-' })).status).toBe(416);
  });
});
