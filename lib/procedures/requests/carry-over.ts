import type { DataField } from '../types/filing.ts';
import type { ProcedureType } from '../types/procedure-type.ts';
import type { Text } from '../types/text.ts';
import type { DraftAnswers } from './draft-answers.ts';
import { isOfFields } from './request-steps.ts';

/** What is other in the version in force than in the one under which a draft was written. */
export type FormChange =
  | { kind: 'added' | 'nowRequired' | 'onlyOne' | 'documentAdded' | 'documentGone'; label: Text }
  /** No longer asked for, or asked for in another way: what had been typed, so that nobody loses it. */
  | { kind: 'gone' | 'askedAnew'; label: Text; said: string[] }
  | { kind: 'choiceGone'; label: Text; said: string[] };

export interface CarriedOver {
  /** What still fits. */
  answers: DraftAnswers;
  changes: FormChange[];
}

/** Kinds whose answer is one line or more of text, which any other of them can hold. */
const textual: ReadonlySet<DataField['kind']> = new Set(['text', 'longText']);

/** A draft of one version of a type under a later one. */
export function carryOver(from: ProcedureType, to: ProcedureType, answers: DraftAnswers): CarriedOver {
  const before = 'fields' in from ? from.fields : [];
  const after = 'fields' in to ? to.fields : [];
  const kept: Record<string, readonly string[]> = answers['for'] ? { for: answers['for'] } : {};
  const changes: FormChange[] = [];
  for (const field of after) {
    const former = before.find(({ name }) => name === field.name);
    const typed = answersOf(field, answers);
    if (!former) {
      changes.push({ kind: 'added', label: field.label });
      continue;
    }
    if (former.kind !== field.kind && !(textual.has(field.kind) && textual.has(former.kind))) {
      changes.push({ kind: 'askedAnew', label: field.label, said: wordsOf(former, typed) });
      continue;
    }
    if (field.required && !former.required) changes.push({ kind: 'nowRequired', label: field.label });
    for (const [name, values] of typed) {
      const fitting = fittingValues(field, name, values);
      if (fitting.length > 0) kept[name] = fitting;
    }
    changes.push(...lostOf(former, field, typed));
  }
  for (const field of before) {
    const typed = answersOf(field, answers);
    if (typed.length > 0 && !after.some(({ name }) => name === field.name))
      changes.push({ kind: 'gone', label: field.label, said: wordsOf(field, typed) });
  }
  return { answers: kept, changes: [...changes, ...documentChanges(from, to)] };
}

type Typed = [name: string, values: readonly string[]][];

const answersOf = (field: DataField, answers: DraftAnswers): Typed =>
  Object.entries(answers).filter(([name, values]) => values.length > 0 && isOfFields([field], name));

/** Of a choice the values that it still offers; of what is now answered once the first. */
function fittingValues(field: DataField, name: string, values: readonly string[]): readonly string[] {
  if (field.kind === 'choice') {
    const offered = values.filter((value) => field.options.some((option) => option.value === value));
    return field.many ? offered : offered.slice(0, 1);
  }
  const isFurtherRow = 'many' in field && !field.many && /^a\.[^.]+\.[1-9]/.test(name);
  return isFurtherRow ? [] : values;
}

function lostOf(former: DataField, field: DataField, typed: Typed): FormChange[] {
  const values = typed.flatMap(([, all]) => all);
  if (field.kind === 'choice') {
    const gone = values.filter((value) => !field.options.some((option) => option.value === value));
    const tooMany = !field.many && values.length - gone.length > 1;
    return [
      ...(gone.length > 0
        ? [{ kind: 'choiceGone' as const, label: field.label, said: gone.map((value) => optionWords(former, value)) }]
        : []),
      ...(tooMany ? [{ kind: 'onlyOne' as const, label: field.label }] : []),
    ];
  }
  const hadMany = 'many' in former && former.many;
  const hasMany = 'many' in field && field.many;
  const further = typed.some(([name]) => /^a\.[^.]+\.[1-9]/.test(name));
  return hadMany && !hasMany && further ? [{ kind: 'onlyOne', label: field.label }] : [];
}

const wordsOf = (field: DataField, typed: Typed): string[] =>
  typed.flatMap(([, values]) => values.map((value) => optionWords(field, value)));

/** Italian, the language in which answers are kept. */
function optionWords(field: DataField, value: string): string {
  if (field.kind === 'yesNo') return value === 'yes' ? 'Sì' : 'No';
  if (field.kind !== 'choice') return value;
  return field.options.find((option) => option.value === value)?.label.it ?? value;
}

function documentChanges(from: ProcedureType, to: ProcedureType): FormChange[] {
  const before = 'documents' in from ? from.documents : [];
  const after = 'documents' in to ? to.documents : [];
  const added = after.filter(({ code }) => !before.some((one) => one.code === code));
  const gone = before.filter(({ code }) => !after.some((one) => one.code === code));
  return [
    ...added.map(({ name }) => ({ kind: 'documentAdded' as const, label: name })),
    ...gone.map(({ name }) => ({ kind: 'documentGone' as const, label: name })),
  ];
}
