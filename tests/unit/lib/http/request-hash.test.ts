import { expect, it } from 'vitest';
import { requestHash } from '#lib/http/request-hash.ts';

const file = (text: string) => ({ bytes: Buffer.from(text), format: 'pdf', fileName: null });
const typed = Buffer.from('{}');

it('a form sent again with another scan of the request is not the same request', () => {
  const first = requestHash(typed, [file('one scan'), file('plan')]);
  expect(requestHash(typed, [file('one scan'), file('plan')])).toBe(first);
  expect(requestHash(typed, [file('another'), file('plan')])).not.toBe(first);
  expect(requestHash(typed, [null, file('plan')])).not.toBe(first);
  expect(requestHash(typed, [file('one scanpl'), file('an')])).not.toBe(first);
});
