import { expect, it } from 'vitest';
import { shownType } from '#lib/records/shown-format.ts';

const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const pdf = Buffer.from('%PDF-1.7');

it('shows what its bytes are, by an allow-list', () => {
  expect(shownType('pdf', pdf)).toBe('application/pdf');
  expect(shownType('pdfa', pdf)).toBe('application/pdf');
  expect(shownType('png', png)).toBe('image/png');
});

it.each([
  ['pdf', '<html><script>alert(1)</script>'],
  ['png', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'],
  ['jpg', '%PDF-1.7'],
  ['html', '%PDF-1.7'],
  ['p7m', '%PDF-1.7'],
  ['svg', '<svg/>'],
  ['pdf', ''],
])('saves what says %s and begins with %s', (format, text) => {
  expect(shownType(format, Buffer.from(text))).toBeNull();
});
