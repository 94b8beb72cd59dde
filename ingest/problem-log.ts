import type { Problem } from './draft.ts';
import { noCounts, type Counts, type ReportedProblem } from './report.ts';

/** At most this many problems of one file are kept word for word; the rest is counted. Severe ones are all kept. */
const problemsKept = 500;

/** What happened to the units of one file, and what was wrong with them. */
export class ProblemLog {
  readonly counts: Counts = { ...noCounts };
  readonly problems: ReportedProblem[] = [];

  constructor(private readonly fileName: string) {}

  note(problem: Problem, units = 0, raw?: string): void {
    this.counts.problems++;
    if (this.problems.length < problemsKept || problem.severity === 'severe')
      this.problems.push({ ...problem, file: this.fileName, units, raw });
  }

  warn(code: string, message: string, line?: number): void {
    this.note({ code, severity: 'warning', message, line });
  }

  /** The first reason for which something was left out. */
  get firstSevere(): Problem | undefined {
    return this.problems.find((problem) => problem.severity === 'severe');
  }
}
