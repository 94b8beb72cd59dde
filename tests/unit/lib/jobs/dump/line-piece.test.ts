import { expect, it } from 'vitest';
import { LinePiece } from '#lib/jobs/dump/line-piece.ts';

it.each([
  ['short lines', Array.from({ length: 20_000 }, (_, n) => `riga ${n} è 𝔄\n`)],
  ['a line longer than a piece', ['a\n', `${'è'.repeat(400_000)}\n`, 'b\n']],
  ['nothing', []],
])('%s come out as they went in', (_name, lines) => {
  const piece = new LinePiece();
  const out: Buffer[] = [];
  for (const line of lines) {
    const full = piece.add([line]);
    if (full) out.push(full);
  }
  out.push(piece.take());
  expect(Buffer.concat(out).toString() === lines.join('')).toBe(true);
});

it('several pieces at once are all handed on', () => {
  const piece = new LinePiece();
  const lines = Array.from({ length: 4 }, (_, n) => `${String(n).repeat(200_000)}\n`);
  const full = piece.add(lines);
  expect(Buffer.concat([full ?? Buffer.alloc(0), piece.take()]).toString() === lines.join('')).toBe(true);
});
