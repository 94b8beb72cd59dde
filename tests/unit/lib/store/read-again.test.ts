import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { readAgain } from '#lib/store/read-again.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['performance'] });
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

it('is read once by all who ask at once, and again after five seconds', async () => {
  const read = vi.fn(async () => undefined);
  const { current } = readAgain(read);
  await Promise.all([current(), current(), current()]);
  expect(read).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(4999);
  await current();
  expect(read).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(1);
  await current();
  expect(read).toHaveBeenCalledTimes(2);
});

it('what fails is told, keeps nobody waiting and is tried by the next', async () => {
  const told = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const read = vi.fn(async () => undefined).mockRejectedValueOnce(new Error('away'));
  const { current } = readAgain(read);
  await current();
  expect(told).toHaveBeenCalledWith(expect.stringContaining('away'));
  await current();
  expect(read).toHaveBeenCalledTimes(2);
});

it('after a change it is read anew, though somebody was reading before it', async () => {
  let value = 'before';
  const seen: string[] = [];
  const { current, refresh } = readAgain(async () => {
    const found = value;
    await Promise.resolve();
    seen.push(found);
  });
  const early = current();
  value = 'after';
  await refresh();
  await early;
  expect(seen).toEqual(['before', 'after']);
  await expect(readAgain(() => Promise.reject(new Error('away'))).refresh()).rejects.toThrow('away');
});
