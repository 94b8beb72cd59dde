import type { z } from 'zod';
import type { Path, TypeProblem } from './problem.ts';
import type { Text } from './text.ts';

type Issue = z.core.$ZodIssue;

const kinds: Record<string, Text> = {
  string: { it: 'un testo', en: 'a text' },
  number: { it: 'un numero', en: 'a number' },
  int: { it: 'un numero intero', en: 'a whole number' },
  boolean: { it: 'true o false', en: 'true or false' },
  array: { it: 'un elenco', en: 'a list' },
  object: { it: 'un gruppo di voci', en: 'a group of entries' },
  record: { it: 'un gruppo di voci', en: 'a group of entries' },
};

const valueAt = (value: unknown, path: Path): unknown =>
  path.reduce<unknown>(
    (held, part) => (typeof held === 'object' && held !== null ? Reflect.get(held, part) : undefined),
    value,
  );

const pathOf = (issue: Issue): Path => issue.path.map((part) => (typeof part === 'number' ? part : String(part)));

/** What the schema finds wrong, in plain words; one problem for each key that it does not know. */
export function toProblems(issues: readonly Issue[], value: unknown): TypeProblem[] {
  return issues.flatMap((issue) => {
    const path = pathOf(issue);
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) => ({
        code: 'unknownKey',
        path: [...path, key],
        message: { it: `«${key}» non è una voce che si conosca qui`, en: `"${key}" is no entry known here` },
      }));
    if (valueAt(value, path) === undefined)
      return [{ code: 'missing', path, message: { it: 'manca', en: 'is missing' } }];
    return [{ code: codeOf(issue), path, message: wordsOf(issue) }];
  });
}

function codeOf(issue: Issue): string {
  if (issue.code === 'invalid_type') return 'wrongKind';
  if (issue.code === 'too_small' || issue.code === 'too_big') return 'outOfBounds';
  if (issue.code === 'invalid_value' || issue.code === 'invalid_union') return 'notAllowed';
  return 'malformed';
}

function wordsOf(issue: Issue): Text {
  switch (issue.code) {
    case 'invalid_type': {
      const kind = kinds[issue.expected] ?? { it: issue.expected, en: issue.expected };
      return { it: `dev’essere ${kind.it}`, en: `must be ${kind.en}` };
    }
    case 'invalid_value':
      return oneOf(issue.values);
    case 'invalid_union':
      return oneOf('options' in issue ? (issue.options ?? []) : []);
    case 'too_small':
      return issue.origin === 'number'
        ? { it: `non può essere meno di ${issue.minimum}`, en: `cannot be less than ${issue.minimum}` }
        : { it: `ne serve almeno ${issue.minimum}`, en: `needs at least ${issue.minimum}` };
    case 'too_big':
      return issue.origin === 'number'
        ? { it: `non può essere più di ${issue.maximum}`, en: `cannot be more than ${issue.maximum}` }
        : { it: `al più ${issue.maximum}`, en: `at most ${issue.maximum}` };
    case 'invalid_key':
      return { it: 'è un nome che qui non può stare', en: 'is a name that cannot stand here' };
    case 'invalid_format':
      if (issue.format === 'date')
        return { it: 'dev’essere un giorno, come 2026-01-31', en: 'must be a day, as 2026-01-31' };
      if (issue.format === 'url') return { it: 'dev’essere un indirizzo', en: 'must be an address' };
      return {
        it: `non ha la forma che serve: ${issue.pattern ?? issue.format}`,
        en: `has not the form that is needed: ${issue.pattern ?? issue.format}`,
      };
    default:
      return { it: `non va: ${issue.message}`, en: `is wrong: ${issue.message}` };
  }
}

function oneOf(values: readonly unknown[]): Text {
  if (values.length === 1) return { it: `dev’essere ${String(values[0])}`, en: `must be ${String(values[0])}` };
  const words = values.map(String).join(', ');
  return { it: `dev’essere uno fra: ${words}`, en: `must be one of: ${words}` };
}
