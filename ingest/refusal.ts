import { isBrokenWorld } from './broken-world.ts';
import { reasonOf } from './find-files.ts';
import { noCounts, type FileReport, type ReportedProblem } from './report.ts';

/** A file that cannot be loaded at all. */
export function refusal(file: string, problem: { code: string; message: string }): FileReport {
  const problems: ReportedProblem[] = [{ ...problem, severity: 'severe', file, units: 1 }];
  return {
    file,
    format: null,
    outcome: 'quarantined',
    counts: { ...noCounts, read: 1, quarantined: 1, problems: 1 },
    problems,
  };
}

/** One that failed in a way that nobody foresaw is kept aside like any that cannot be read; only a broken world ends the run. */
export function refusalOf(file: string, error: unknown): FileReport {
  if (isBrokenWorld(error)) throw error;
  return refusal(file, { code: 'not-loaded', message: `could not be loaded: ${reasonOf(error)}` });
}

/** What is told of a file whose bytes could not be kept; a broken world ends the run. */
export function sourceNotKept(file: string, error: unknown): ReportedProblem {
  if (isBrokenWorld(error)) throw error;
  const message = `its raw source is not kept: ${reasonOf(error)}`;
  return { code: 'source-not-kept', severity: 'warning', message, file, units: 0 };
}
