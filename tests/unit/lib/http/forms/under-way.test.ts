import { expect, it } from 'vitest';
import { createUnderWay } from '#lib/http/forms/under-way.ts';

it('one person has three forms under way, others have their own, and one that ends makes room once', () => {
  const underWay = createUnderWay();
  const [first] = [underWay.begin('anna'), underWay.begin('anna'), underWay.begin('anna')];
  expect(underWay.begin('anna')).toBeNull();
  expect(underWay.begin('bruno')).not.toBeNull();
  first?.();
  first?.();
  expect(underWay.begin('anna')).not.toBeNull();
  expect(underWay.begin('anna')).toBeNull();
});

it('all together have sixty', () => {
  const underWay = createUnderWay();
  const ends = Array.from({ length: 60 }, (_, i) => underWay.begin(`person ${i}`));
  expect(ends.every((end) => end !== null)).toBe(true);
  expect(underWay.begin('one more')).toBeNull();
  ends[0]?.();
  expect(underWay.begin('one more')).not.toBeNull();
});
