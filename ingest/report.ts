import type { Problem } from './draft.ts';

/** What a run says in the end (design §4): records, each once; agents and institutions apart. */
export interface Counts {
  read: number;
  created: number;
  changed: number;
  unchanged: number;
  moved: number;
  deleted: number;
  quarantined: number;
  problems: number;
  agents: number;
}

export const noCounts: Readonly<Counts> = {
  read: 0,
  created: 0,
  changed: 0,
  unchanged: 0,
  moved: 0,
  deleted: 0,
  quarantined: 0,
  problems: 0,
  agents: 0,
};

export function addCounts(a: Readonly<Counts>, b: Readonly<Counts>): Counts {
  const sum = { ...a };
  for (const key of Object.keys(sum) as (keyof Counts)[]) sum[key] += b[key];
  return sum;
}

export interface ReportedProblem extends Problem {
  file: string;
  /** Units a quarantine took, 0 for a warning. */
  units: number;
  raw?: string;
}

export interface FileReport {
  file: string;
  format: string | null;
  outcome: 'loaded' | 'unchanged' | 'quarantined';
  counts: Counts;
  problems: ReportedProblem[];
}

/** One line a person can act on: file, place, reason. */
export function problemLine(problem: ReportedProblem): string {
  const place = [problem.line === undefined ? '' : `line ${problem.line}`, problem.xpath ?? '']
    .filter(Boolean)
    .join(' ');
  const mark = problem.severity === 'severe' ? 'QUARANTINED' : 'warning';
  const units = problem.units > 1 ? ` (${problem.units} units)` : '';
  const found = problem.found ? `; found: ${problem.found}` : '';
  return `${mark} ${problem.file}${place ? `: ${place}` : ''}: ${problem.message}${found}${units}`.replace(/\s+/g, ' ');
}
