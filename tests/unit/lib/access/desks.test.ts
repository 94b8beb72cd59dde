import { expect, it } from 'vitest';
import { desks, desksOf, isAtDesk, type Desk } from '#lib/access/desks.ts';
import { citizen, staff } from '#tests/builders/access.ts';

const some: Desk[] = [
  { path: '/ufficio', name: { it: 'Ufficio', en: 'Office' }, isFor: (session) => session.kind === 'staff' },
  { path: '/mia-pagina', name: { it: 'Mia Pagina', en: 'My page' }, isFor: (session) => session.kind === 'citizen' },
];

it('everybody has the desks that are theirs', () => {
  const paths = (list: Desk[]) => list.map(({ path }) => path);
  expect(paths(desksOf(staff('officer', 'atti'), some))).toEqual(['/ufficio']);
  expect(paths(desksOf(citizen('a'), some))).toEqual(['/mia-pagina']);
});

it('an address at a desk is one', () => {
  expect(['/ufficio', '/ufficio/1', '/ufficioso', '/'].map((path) => isAtDesk(path, some))).toEqual([
    true,
    true,
    false,
    false,
  ]);
});

it('each desk has an address of its own', () => expect(new Set(desks.map(({ path }) => path)).size).toBe(desks.length));
