import { paymentMoments } from './fees.ts';
import type { Path } from './problem.ts';
import type { Text } from './text.ts';
import type { UnitNames } from './units.ts';
import { valueWords } from './value-words.ts';

export const plainGroups = ['identity', 'offices', 'term', 'citizen', 'fees'] as const;
export type PlainGroup = (typeof plainGroups)[number];

/** A place of a type that a form can fill. */
export interface FieldSpec {
  path: Path;
  group: PlainGroup;
  label: Text;
  kind: 'line' | 'long' | 'number' | 'choice';
  options?: readonly { value: string; label: Text }[];
}

const text = (it: string, en: string): Text => ({ it, en });

/** All places that a type of whatever family may have. @param lengthAt how many a list has */
export function fieldSpecs(lengthAt: (path: Path) => number, units: UnitNames): FieldSpec[] {
  const fees = Array.from({ length: lengthAt(['fees']) }, (_, index) => index);
  return [
    ...bilingual(['title'], 'identity', 'line', text('Titolo', 'Title')),
    ...bilingual(['summary'], 'identity', 'long', text('In breve', 'Summary')),
    ...offices(units),
    ...terms,
    ...bilingual(['citizen', 'purpose'], 'citizen', 'long', text('A che cosa serve', 'What it is for')),
    ...bilingual(['citizen', 'requirements'], 'citizen', 'long', text('Che cosa serve avere', 'What one must have')),
    ...bilingual(['citizen', 'result'], 'citizen', 'long', text('Che cosa si ottiene', 'What one gets')),
    ...fees.flatMap((index) => feeSpecs(index, lengthAt)),
  ];
}

const inLanguage = { it: text('in italiano', 'in Italian'), en: text('in inglese', 'in English') };
const joined = (label: Text, more: Text): Text => text(`${label.it} ${more.it}`, `${label.en} ${more.en}`);

function bilingual(path: Path, group: PlainGroup, kind: 'line' | 'long', label: Text): FieldSpec[] {
  return (['it', 'en'] as const).map((language) => ({
    path: [...path, language],
    group,
    kind,
    label: joined(label, inLanguage[language]),
  }));
}

function offices(units: UnitNames): FieldSpec[] {
  const options = [...units].map(([value, { it, en }]) => ({ value, label: text(it, en) }));
  const office = (path: Path, label: Text): FieldSpec => ({ path, group: 'offices', kind: 'choice', label, options });
  return [
    office(['unit'], text('Ufficio che istruisce', 'Office that handles it')),
    office(['responsible'], text('Ufficio del responsabile', 'Office of the person responsible')),
    office(['decidingOffice'], text('Ufficio che decide', 'Office that decides')),
    office(['informationOffice'], text('Ufficio che informa', 'Office that informs')),
    office(['substitute', 'office'], text('Potere sostitutivo', 'Substitute power')),
  ];
}

const choice = (path: Path, label: Text, values: readonly string[]): FieldSpec => ({
  path,
  group: 'term',
  kind: 'choice',
  label,
  options: values.map((value) => ({ value, label: valueWords(value) })),
});

/** Whichever of these the family has. */
const terms: FieldSpec[] = [
  { key: 'term', name: text('Termine', 'Term') },
  { key: 'verification', name: text('Verifica', 'Verification') },
  { key: 'controlWindow', name: text('Controllo', 'Control') },
  { key: 'serviceTerm', name: text('Termine promesso', 'Promised term') },
].flatMap(({ key, name }) => [
  { path: [key, 'days'], group: 'term', kind: 'number', label: joined(name, text('in giorni', 'in days')) },
  choice([key, 'unit'], joined(name, text('contato in', 'counted in')), ['calendar', 'working']),
  choice([key, 'roll'], joined(name, text('che scade in un festivo', 'that ends on a holiday')), ['none', 'next']),
  choice([key, 'suspendable'], joined(name, text('che si può sospendere', 'that can be suspended')), ['true', 'false']),
]);

function feeSpecs(index: number, lengthAt: (path: Path) => number): FieldSpec[] {
  const at = ['fees', index];
  const of = text(`(costo ${index + 1})`, `(cost ${index + 1})`);
  const rows = Array.from({ length: lengthAt([...at, 'amount', 'rows']) }, (_, row) => row);
  return [
    ...bilingual([...at, 'label'], 'fees', 'line', joined(text('Che cosa si paga', 'What is paid'), of)),
    ...bilingual([...at, 'reason'], 'fees', 'long', joined(text('Perché', 'Why'), of)),
    {
      path: [...at, 'due'],
      group: 'fees',
      kind: 'choice',
      label: joined(text('Quando', 'When'), of),
      options: paymentMoments.map((value) => ({ value, label: valueWords(value) })),
    },
    { path: [...at, 'amount', 'euro'], group: 'fees', kind: 'number', label: joined(text('Euro', 'Euro'), of) },
    ...rows.flatMap((row): FieldSpec[] => {
      const which = text(`riga ${row + 1} ${of.it}`, `row ${row + 1} ${of.en}`);
      const place = [...at, 'amount', 'rows', row];
      return [
        ...bilingual([...place, 'when'], 'fees', 'line', joined(text('Caso,', 'Case,'), which)),
        { path: [...place, 'euro'], group: 'fees', kind: 'number', label: joined(text('Euro,', 'Euro,'), which) },
      ];
    }),
    ...bilingual(
      [...at, 'amount', 'rule'],
      'fees',
      'long',
      joined(text('Come si calcola', 'How it is worked out'), of),
    ),
    ...bilingual(
      [...at, 'amount', 'reason'],
      'fees',
      'long',
      joined(text('Perché non c’è un importo', 'Why there is no figure'), of),
    ),
  ];
}
