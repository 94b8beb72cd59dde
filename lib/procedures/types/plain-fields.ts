import { isScalar, parseDocument, type Document } from 'yaml';
import type { Path } from './problem.ts';
import { fieldSpecs, type FieldSpec, type PlainGroup } from './plain-field-specs.ts';
import type { Text } from './text.ts';
import type { UnitNames } from './units.ts';
import { editScalars, type ScalarEdit } from './yaml-edit.ts';

/** One value of a type that can be written in a form. */
export interface PlainField {
  /** `term/days`: where it stands, as forms name it. */
  name: string;
  path: Path;
  group: PlainGroup;
  label: Text;
  kind: 'line' | 'long' | 'number' | 'choice';
  value: string;
  /** Of a choice. */
  options: readonly { value: string; label: Text }[];
  /** The language of the value where it has one. */
  language: 'it' | 'en' | null;
}

/** The fields that a text has places for; none where it cannot be read. */
export function plainFields(text: string, units: UnitNames): PlainField[] {
  const document = parseDocument(text, { logLevel: 'silent' });
  if (document.errors.length > 0) return [];
  return fieldSpecs((path) => lengthAt(document, path), units).flatMap((spec) => fieldAt(document, spec));
}

function fieldAt(document: Document, spec: FieldSpec): PlainField[] {
  const node = document.getIn([...spec.path], true);
  if (!isScalar(node) || typeof node.value === 'object') return [];
  const value = String(node.value);
  const { kind, group, label, path, options = [] } = spec;
  const last = path.at(-1);
  const known = kind !== 'choice' || options.some((option) => option.value === value);
  return [
    {
      name: path.join('/'),
      path,
      group,
      label,
      kind,
      value,
      // What the text says stays to be chosen, right or wrong.
      options: known ? options : [{ value, label: { it: value, en: value } }, ...options],
      language: last === 'it' || last === 'en' ? last : null,
    },
  ];
}

function lengthAt(document: Document, path: Path): number {
  const node: unknown = document.getIn([...path], true);
  return typeof node === 'object' && node !== null && 'items' in node && Array.isArray(node.items)
    ? node.items.length
    : 0;
}

/**
 * The text with what a form says in its places, all else untouched.
 * @param said values by the names of the fields; a field it does not name stays as it is
 */
export function writePlainFields(text: string, units: UnitNames, said: ReadonlyMap<string, string>): string {
  const edits = plainFields(text, units).flatMap((field): ScalarEdit[] => {
    const value = said.get(field.name)?.replaceAll('\r\n', '\n').trim();
    return value === undefined || value === field.value ? [] : [{ path: field.path, value: valueOf(field, value) }];
  });
  return editScalars(text, edits);
}

/** Figures as Italians write them too; what is none stays what was typed, and the check names it. */
function valueOf({ kind, value }: PlainField, said: string): string | number | boolean {
  if (kind === 'choice' && (value === 'true' || value === 'false')) return said === 'true';
  const figure = kind === 'number' && /^\d+([.,]\d+)?$/.test(said) ? Number(said.replace(',', '.')) : null;
  return figure ?? said;
}
