import { checkDigit } from '#lib/records/codice-fiscale.ts';
import { chanceOf } from './chance.ts';
import type { NewAgent } from './people.ts';
import { streets } from './streets.ts';

const firms = {
  shop: ['Bar', 'Osteria', 'Gelateria', 'Caffè', 'Libreria', 'Pasticceria', 'Enoteca', 'Trattoria'],
  building: ['Edilizia', 'Costruzioni', 'Ponteggi', 'Restauri', 'Impianti', 'Tinteggiature', 'Traslochi', 'Coperture'],
  association: ['Associazione culturale', 'Circolo', 'Comitato', 'Coro', 'Polisportiva', 'Compagnia teatrale'],
} as const;
export type BodyKind = keyof typeof firms;

const signs = [
  'al Drago Verde',
  'della Luna Storta',
  'Sette Civette',
  'dell’Orso Gentile',
  'Tre Mulini a Vento',
  'al Gatto di Pezza',
  'della Lanterna Rossa',
  'Quattro Nuvole',
  'del Fico Matto',
  'alla Balena Bianca',
  'Cento Passi',
  'del Tasso Barbasso',
  'Acqua Alta',
  'della Torre che non c’è',
] as const;

/** The n-th invented firm or association. Its number is of a VAT office that does not exist (the 999 before it). */
export function bodyOf(kind: BodyKind, n: number): NewAgent {
  const chance = chanceOf('body', kind, n);
  const [first, ...others] = firms[kind];
  const name = `${chance.pick([first, ...others])} ${chance.pick(signs)}`;
  const order = { shop: 1, building: 2, association: 3 }[kind];
  const ten = `9990${order}${String(n).padStart(2, '0')}028`;
  const check = checkDigit(ten);
  if (check === null) throw new Error(`${ten} is no beginning of a partita IVA`);
  const legalForm = kind === 'association' ? '' : chance.pick([' S.r.l.', ' S.n.c.', ' S.a.s.', ' S.r.l.']);
  return {
    kind: 'corporateBody',
    name: name + legalForm,
    taxCode: ten + check,
    contacts: {
      pec: `${kind}.${n}@pec.example.org`,
      phone: `049 ${chance.whole(5_550_000, 5_559_999)}`,
      address: `${chance.pick(streets)} ${chance.whole(1, 140)}, Padova`,
    },
  };
}
