import { dayWords } from '#lib/procedures/day-words.ts';
import { keyWords } from './key-words.ts';
import type { ProcedureType } from './procedure-type.ts';
import { textSchema, type Text } from './text.ts';
import type { UnitNames } from './units.ts';
import { valueWords } from './value-words.ts';

/** A part that differs between two versions. */
export interface Change {
  /** "Termine › giorni". */
  label: Text;
  /** Null: it was not there. */
  before: Text | null;
  /** Null: it is no longer there. */
  after: Text | null;
}

/** What a version says that another does not, part by part in the order of the type. Its number, state and days are not told: they always differ. */
export function changesBetween(before: ProcedureType, after: ProcedureType, units: UnitNames): Change[] {
  const said = ({ version: _version, status: _status, validFrom: _from, ...rest }: ProcedureType) => rest;
  return changes([], said(before), said(after), units);
}

type Labels = readonly Text[];

function changes(labels: Labels, before: unknown, after: unknown, units: UnitNames, key = ''): Change[] {
  if (before === undefined && after === undefined) return [];
  if (JSON.stringify(before) === JSON.stringify(after)) return [];
  const texts = [textSchema.safeParse(before), textSchema.safeParse(after)] as const;
  if (texts[0].success && texts[1].success) return textChanges(labels, texts[0].data, texts[1].data);
  if (Array.isArray(before) && Array.isArray(after)) return listChanges(labels, before, after, units);
  if (isObject(before) && isObject(after)) return partChanges(labels, before, after, units);
  return [{ label: joined(labels), before: words(before, units, key), after: words(after, units, key) }];
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function partChanges(
  labels: Labels,
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
  units: UnitNames,
): Change[] {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return keys.flatMap((key) => changes([...labels, keyWords(key)], before[key], after[key], units, key));
}

/** A text in two languages: each that changed. */
function textChanges(labels: Labels, before: Text, after: Text): Change[] {
  const inEnglish: Text = { it: 'in inglese', en: 'in English' };
  return (['it', 'en'] as const).flatMap((language) => {
    if (before[language] === after[language]) return [];
    const same = (value: string): Text => ({ it: value, en: value });
    return [
      {
        label: joined(language === 'en' ? [...labels, inEnglish] : labels),
        before: same(before[language]),
        after: same(after[language]),
      },
    ];
  });
}

/** Lists of things with a name are compared thing by thing, whatever their order; lists of words by what came and went. */
function listChanges(
  labels: Labels,
  before: readonly unknown[],
  after: readonly unknown[],
  units: UnitNames,
): Change[] {
  const [was, is] = [named(before), named(after)];
  const found = [...new Set([...was.keys(), ...is.keys()])].flatMap((name) =>
    changes([...labels, { it: name, en: name }], was.get(name), is.get(name), units),
  );
  if (found.length > 0) return found;
  const order: Text = { it: 'ordine', en: 'order' };
  return [{ label: joined([...labels, order]), before: words(before, units), after: words(after, units) }];
}

/** By what each is called; of several with one name each has its place among them. */
function named(items: readonly unknown[]): Map<string, unknown> {
  const found = new Map<string, unknown>();
  for (const item of items) {
    const name = nameOf(item);
    let free = name;
    for (let n = 2; found.has(free); n += 1) free = `${name} (${n})`;
    found.set(free, item);
  }
  return found;
}

function nameOf(item: unknown): string {
  if (!isObject(item)) return valueWords(String(item)).it;
  const { code, name, value, from, to, indicator, act, label, when, text } = item;
  if (typeof from === 'string' && typeof to === 'string') return `${from} → ${to}`;
  for (const one of [code, name, value, indicator, act]) if (typeof one === 'string') return one;
  for (const one of [label, when, text]) if (isObject(one) && typeof one['it'] === 'string') return one['it'];
  return textSchema.safeParse(item).data?.it ?? '';
}

/** What names an office: a channel may bear the same code. */
const officeKeys = new Set(['unit', 'responsible', 'decidingOffice', 'informationOffice', 'office']);

/** A value in words; of a whole part, its parts. */
function words(value: unknown, units: UnitNames, key = ''): Text | null {
  if (value === undefined) return null;
  if (value === null) return { it: 'niente', en: 'nothing' };
  if (Array.isArray(value)) return listed(value.map((item) => words(item, units, key)));
  const text = textSchema.safeParse(value);
  if (text.success) return text.data;
  if (isObject(value))
    return listed(
      Object.entries(value).map(([key, part]) => {
        const [label, said] = [keyWords(key), words(part, units, key)];
        return said && { it: `${label.it}: ${said.it}`, en: `${label.en}: ${said.en}` };
      }),
    );
  if (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)) return dayWords(value);
  const unit = officeKeys.has(key) ? units.get(String(value)) : undefined;
  return unit ? { it: unit.it, en: unit.en } : valueWords(String(value));
}

function listed(parts: readonly (Text | null)[]): Text {
  const told = parts.filter((part) => part !== null);
  if (told.length === 0) return { it: 'niente', en: 'nothing' };
  return { it: told.map(({ it }) => it).join('; '), en: told.map(({ en }) => en).join('; ') };
}

/** "Termine › giorni": the first part begins with a capital, as a sentence does. */
function joined(labels: Labels): Text {
  const line = (language: 'it' | 'en') => {
    const whole = labels.map((label) => label[language]).join(' › ');
    return whole.charAt(0).toUpperCase() + whole.slice(1);
  };
  return { it: line('it'), en: line('en') };
}
