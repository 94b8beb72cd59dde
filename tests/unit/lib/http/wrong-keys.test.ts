import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createWrongKeys } from '#lib/http/wrong-keys.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** What a key is told, and after how many milliseconds; null while it is still held after a minute. */
async function timed(answer: Promise<number | null>): Promise<{ told: number | null; after: number } | null> {
  const begun = Date.now();
  let ended: { told: number | null; after: number } | null = null;
  void answer.then((told) => (ended = { told, after: Date.now() - begun }));
  for (let ms = 0; ms <= 60_000 && !ended; ms += 100) await vi.advanceTimersByTimeAsync(100);
  return ended;
}
const atOnce = { told: null, after: 0 };

function slowed(network = '192.0.2.1') {
  const keys = createWrongKeys(Date.now);
  for (let n = 0; n < 10; n += 1) keys.wrong(network, `wrong${n}`);
  return keys;
}

describe('wrong API keys', () => {
  it('are free ten times, then held for a second', async () => {
    const keys = createWrongKeys(Date.now);
    for (let n = 0; n < 10; n += 1) {
      expect(await keys.wait('192.0.2.1', `k${n}`)).toBeNull();
      keys.wrong('192.0.2.1', `k${n}`);
    }
    const held = await timed(keys.wait('192.0.2.1', 'k10'));
    expect(held?.told).toBeNull();
    expect(held?.after).toBeGreaterThanOrEqual(1000);
    expect(await timed(keys.wait('192.0.2.2', 'k10'))).toEqual(atOnce);
  });

  it('wait five at a time, whatever else comes is told when to come again', async () => {
    const keys = slowed();
    const asked = Array.from({ length: 50 }, (_, n) => keys.wait('192.0.2.1', `more${n}`));
    await vi.advanceTimersByTimeAsync(1000);
    const told = await Promise.all(asked);
    expect(told.filter((one) => one === null)).toHaveLength(5);
    expect(told.filter((one) => one === 6)).toHaveLength(45);
    // The places are free again.
    expect((await timed(keys.wait('192.0.2.1', 'later')))?.told).toBeNull();
  });

  it('of many networks hold two hundred requests together', async () => {
    const keys = createWrongKeys(Date.now);
    const networks = Array.from({ length: 100 }, (_, n) => `net${n}`);
    for (const network of networks) for (let n = 0; n < 10; n += 1) keys.wrong(network, `${n}`);
    const asked = networks.flatMap((network) => [1, 2, 3].map((n) => keys.wait(network, `again${n}`)));
    await vi.advanceTimersByTimeAsync(1000);
    expect((await Promise.all(asked)).filter((one) => one === null)).toHaveLength(200);
  });

  it('do not slow a neighbour whose key was right, until it is right no longer', async () => {
    const keys = slowed();
    keys.right('mine');
    expect(await timed(keys.wait('192.0.2.1', 'mine'))).toEqual(atOnce);
    keys.wrong('192.0.2.1', 'mine');
    expect((await timed(keys.wait('192.0.2.1', 'mine')))?.after).toBeGreaterThanOrEqual(1000);
  });

  it('are forgiven one by one, and all after two minutes', async () => {
    const keys = createWrongKeys(Date.now);
    for (let n = 0; n < 500; n += 1) keys.wrong('192.0.2.1', `${n}`);
    await vi.advanceTimersByTimeAsync(50_000);
    expect((await timed(keys.wait('192.0.2.1', 'x')))?.after).toBeGreaterThanOrEqual(1000);
    await vi.advanceTimersByTimeAsync(70_000);
    for (let n = 0; n < 9; n += 1) keys.wrong('192.0.2.1', `again${n}`);
    expect(await timed(keys.wait('192.0.2.1', 'x'))).toEqual(atOnce);
  });

  it('are remembered of ten thousand networks, the oldest forgotten', async () => {
    const keys = slowed('first');
    for (let n = 0; n < 9_999; n += 1) keys.wrong(`net${n}`, 'k');
    expect((await timed(keys.wait('first', 'x')))?.after).toBeGreaterThanOrEqual(1000);
    keys.wrong('one more', 'k');
    expect(await timed(keys.wait('first', 'x'))).toEqual(atOnce);
  });
});
