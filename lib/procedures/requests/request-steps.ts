import { owedAt } from '../payments/owed.ts';
import type { DataField } from '../types/filing.ts';
import type { ProcedureType } from '../types/procedure-type.ts';
import type { TextLanguage } from '../types/text.ts';

/** A page of the form of a request: one thing at a time. */
export type RequestStep =
  | { kind: 'forWhom'; slug: 'per-chi' }
  | { kind: 'section'; slug: string; fields: readonly DataField[] }
  | { kind: 'documents'; slug: 'documenti' }
  | { kind: 'payment'; slug: 'pagamento' }
  | { kind: 'review'; slug: 'controllo' };

/** Fields that fit one page whatever they are: splitting them would cost more presses than it saves reading. */
const fewFields = 3;
/** Short fields that stand together on a page. */
const mostTogether = 3;

/** Those that are a question of their own: several boxes, or room for a paragraph. */
const alone: ReadonlySet<DataField['kind']> = new Set(['address', 'parcel', 'archivalUnit', 'longText']);

/** The fields of a type in the order in which it asks them, cut into pages. */
export function sectionsOf(fields: readonly DataField[]): DataField[][] {
  if (fields.length <= fewFields) return fields.length === 0 ? [] : [[...fields]];
  const sections: DataField[][] = [];
  let open: DataField[] | null = null;
  for (const field of fields) {
    if (alone.has(field.kind)) {
      sections.push([field]);
      open = null;
    } else if (open && open.length < mostTogether) open.push(field);
    else sections.push((open = [field]));
  }
  return sections;
}

/** The pages of the form of a type. @param represents whether there is anybody but oneself to file for */
export function requestSteps(type: ProcedureType, represents: boolean): RequestStep[] {
  const sections = sectionsOf('fields' in type ? type.fields : []);
  return [
    ...(represents && 'delegation' in type && type.delegation
      ? [{ kind: 'forWhom', slug: 'per-chi' } satisfies RequestStep]
      : []),
    ...sections.map((fields, n): RequestStep => ({ kind: 'section', slug: String(n + 1), fields })),
    { kind: 'documents', slug: 'documenti' },
    // Also of what is owed and not known how much: it is said there who tells.
    ...(owedAt(type, 'withFiling').length > 0 ? [{ kind: 'payment', slug: 'pagamento' } satisfies RequestStep] : []),
    { kind: 'review', slug: 'controllo' },
  ];
}

/** Whether the answer of that name in the form is one of the fields'. */
export const isOfFields = (fields: readonly DataField[], name: string): boolean =>
  fields.some((field) => name === `a.${field.name}` || name.startsWith(`a.${field.name}.`));

/** Whether the answer of that name is asked for on that page. */
export function isOfStep(step: RequestStep, name: string): boolean {
  if (step.kind === 'forWhom') return name === 'for';
  return step.kind === 'section' && isOfFields(step.fields, name);
}

/** What a page asks for, as its heading: the names of its fields. */
export function sectionTitle(fields: readonly DataField[], lang: TextLanguage): string {
  const names = fields.map(({ label }, n) => (n === 0 ? label[lang] : withSmallFirst(label[lang])));
  return new Intl.ListFormat(lang, { type: 'conjunction' }).format(names);
}

/** Not of what is written in capitals, as abbreviations are. */
const withSmallFirst = (text: string): string =>
  /^\p{Lu}\p{Ll}/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
