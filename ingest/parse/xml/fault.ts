import type { Problem } from '#ingest/draft.ts';

/** What makes the whole file unreadable; caught where the file is read and told as a `failed` draft. */
export class SourceFault extends Error {
  constructor(readonly problem: Problem) {
    super(problem.message);
  }
}

/** A fault with a code and the place where it was met. */
export function fault(
  code: string,
  message: string,
  place: { line?: number; xpath?: string; found?: string } = {},
): SourceFault {
  return new SourceFault({ code, severity: 'severe', message, ...place });
}

/** What was found, short enough for a report. */
export function shortened(text: string): string {
  return text.length > 200 ? `${text.slice(0, 199)}…` : text;
}
