import type { Problem } from '#ingest/draft.ts';

interface Counted {
  code: string;
  count: number;
  first: { line: number; xpath: string; found?: string };
  say: (count: number) => string;
}

/** `1 component`, `3 components`. */
export function counted(count: number, one: string): string {
  return `${count} ${one}${count === 1 ? '' : 's'}`;
}

/** Warnings of one kind that a file has by the hundred: told once, with their number and where the first one is. */
export class Tally {
  private readonly counted = new Map<string, Counted>();

  add(code: string, place: { line: number; xpath: string; found?: string }, say: (count: number) => string): void {
    const known = this.counted.get(code);
    if (known) known.count++;
    else this.counted.set(code, { code, count: 1, first: place, say });
  }

  /** What was counted since the last time. */
  problems(): Problem[] {
    const problems = [...this.counted.values()].map(({ code, count, first, say }): Problem => {
      return { code, severity: 'warning', message: say(count), ...first };
    });
    this.counted.clear();
    return problems;
  }
}
