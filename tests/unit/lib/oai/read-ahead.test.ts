import { describe, expect, it } from 'vitest';
import { createReadAhead, type WrittenPage } from '#lib/oai/read-ahead.ts';

const page = (xml: string) => ({ xml, next: null });

describe('what is read ahead', () => {
  it('is given once, to who asks for it', async () => {
    const ahead = createReadAhead(() => 0);
    void ahead.begin('a', () => Promise.resolve(page('1')));
    expect(await ahead.take('b')).toBeNull();
    expect(await ahead.take('a')).toEqual(page('1'));
    expect(await ahead.take('a')).toBeNull();
  });

  it.each([
    { age: 1000, given: true },
    { age: 1001, given: false },
  ])('is worth something for a second: $age ms', async ({ age, given }) => {
    let now = 0;
    const ahead = createReadAhead(() => now);
    void ahead.begin('a', () => Promise.resolve(page('1')));
    now = age;
    expect((await ahead.take('a')) !== null).toBe(given);
  });

  it('is worth nothing when reading it took longer', async () => {
    let now = 0;
    const ahead = createReadAhead(() => now);
    let resolve: (page: WrittenPage) => void = () => undefined;
    const promise = new Promise<WrittenPage>((done) => (resolve = done));
    void ahead.begin('a', () => promise);
    const taken = ahead.take('a');
    now = 1001;
    resolve(page('1'));
    expect(await taken).toBeNull();
  });

  it('is read once, however often it is begun', async () => {
    const ahead = createReadAhead(() => 0);
    const first = ahead.begin('a', () => Promise.resolve(page('1')));
    expect(await ahead.begin('a', () => Promise.resolve(page('2')))).toEqual(await first);
  });

  it('waits until it is started, and is done once', () => {
    const ahead = createReadAhead(() => 0);
    let done = 0;
    ahead.plan(() => done++);
    expect(done).toBe(0);
    ahead.start();
    ahead.start();
    expect(done).toBe(1);
  });

  it('that cannot be read is read again by who asks', async () => {
    const ahead = createReadAhead(() => 0);
    void ahead.begin('a', () => Promise.reject(new Error('the database is away')));
    expect(await ahead.take('a')).toBeNull();
  });

  it('is bounded, and forgotten in time', async () => {
    let now = 0;
    const ahead = createReadAhead(() => now);
    for (let n = 0; n < 17; n++) void ahead.begin(String(n), () => Promise.resolve(page(String(n))));
    expect(await ahead.take('15')).toEqual(page('15'));
    expect(await ahead.take('16')).toBeNull();
    now = 2000;
    void ahead.begin('17', () => Promise.resolve(page('17')));
    expect(await ahead.take('0')).toBeNull();
    expect(await ahead.take('17')).toEqual(page('17'));
  });
});
