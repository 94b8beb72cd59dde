import { expect, it, vi } from 'vitest';
import { streamedText } from '#lib/http/finding-aid/streamed-text.ts';

const get = { method: 'GET' };

async function* pieces(count: number, piece = 'àb') {
  for (let i = 0; i < count; i++) yield piece;
}

it('all pieces arrive, in their order and whole letters', async () => {
  const answer = streamedText(get, () => pieces(100_000), { 'content-type': 'text/plain; charset=utf-8' });
  expect(answer.headers.get('content-type')).toBe('text/plain; charset=utf-8');
  expect(await answer.text()).toBe('àb'.repeat(100_000));
});

it('a few are read at once, others are asked to come again; who goes away makes room', async () => {
  let ended = 0;
  const endless = async function* () {
    try {
      for (;;) yield 'x'.repeat(100_000);
    } finally {
      ended++;
    }
  };
  const open = [1, 2, 3].map(() => streamedText(get, endless, {}));
  const readers = open.map((answer) => answer.body?.getReader());
  await Promise.all(readers.map((reader) => reader?.read()));
  const refused = streamedText(get, () => pieces(1), {});
  expect(refused.status).toBe(503);
  expect(refused.headers.get('retry-after')).toBe('10');
  await Promise.all(readers.map((reader) => reader?.cancel()));
  await vi.waitFor(() => expect(ended).toBe(3));
  await vi.waitFor(async () => expect((await streamedText(get, () => pieces(1), {})).status).toBe(200));
});

it('who asks only what it is takes no room', async () => {
  for (let i = 0; i < 5; i++) {
    const answer = streamedText({ method: 'HEAD' }, () => pieces(1), { 'content-type': 'text/csv' });
    expect([answer.status, answer.headers.get('content-type'), answer.body]).toEqual([200, 'text/csv', null]);
  }
  expect((await streamedText(get, () => pieces(1), {})).status).toBe(200);
});

it('what fails on the way ends the answer with an error, and makes room', async () => {
  const failing = async function* () {
    yield 'x'.repeat(100_000);
    throw new Error('the database went away');
  };
  for (let i = 0; i < 5; i++)
    await expect(streamedText(get, failing, {}).text()).rejects.toThrow('the database went away');
});
