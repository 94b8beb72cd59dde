import type { Text } from './text.ts';

export type Path = readonly (string | number)[];

/** Something wrong with a type, and where in it. */
export interface TypeProblem {
  code: string;
  path: Path;
  message: Text;
}

export const problem = (code: string, path: Path, it: string, en: string): TypeProblem => ({
  code,
  path,
  message: { it, en },
});

/** The same, at its place in the file: lines and columns from 1. */
export interface PlacedProblem extends TypeProblem {
  file: string;
  line: number;
  column: number;
}

/** `graph.transitions[3].to`, as people write it. */
export const pathWords = (path: Path): string =>
  path.reduce<string>(
    (words, part) => (typeof part === 'number' ? `${words}[${part}]` : words ? `${words}.${part}` : part),
    '',
  );
