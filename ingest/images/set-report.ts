import { noCounts, type Counts, type FileReport, type ReportedProblem } from '#ingest/report.ts';

/** Something that keeps nothing from being loaded. */
export function warn(report: FileReport, message: string): void {
  report.problems.push({ code: 'images', severity: 'warning', message, file: report.file, units: 0 });
  report.counts.problems++;
}

/** A page that is not loaded, or several of one file, and why. */
export function quarantinePage(report: FileReport, file: string, message: string, units = 1): void {
  const problem: ReportedProblem = {
    code: 'image',
    severity: 'severe',
    message: `${file}: ${message}`,
    file: report.file,
    units,
  };
  report.problems.push(problem);
  report.counts.problems++;
  report.counts.quarantined += units;
}

/** A whole set that is not loaded, and why. */
export function quarantined(report: FileReport, units: number, message: string): FileReport {
  const counts: Counts = { ...noCounts, read: units, quarantined: units, problems: report.counts.problems + 1 };
  const problem: ReportedProblem = { code: 'images', severity: 'severe', message, file: report.file, units };
  return { ...report, outcome: 'quarantined', counts, problems: [...report.problems, problem] };
}
