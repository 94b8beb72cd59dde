import { execFileSync } from 'node:child_process';

/** Whether Raptor's `rapper` is installed (Debian: raptor2-utils). */
function hasRapper(): boolean {
  try {
    execFileSync('rapper', ['--version'], { stdio: 'pipe' });
    return true;
  } catch {
    return false;
  }
}

export const rapperIsHere = hasRapper();

/** What stands behind the name of tests that are skipped without it. */
export const rapperNote = rapperIsHere ? '' : ' (SKIPPED: rapper is not installed; apt install raptor2-utils)';

/** The statements that rapper reads in a text, as N-Triples lines. @throws where it finds a fault or has a warning */
export function readByRapper(text: string, syntax: 'ntriples' | 'turtle' | 'rdfxml' | 'nquads'): string[] {
  const out = execFileSync('rapper', ['-q', '-i', syntax, '-o', 'ntriples', '-', 'https://nowhere.example/'], {
    input: text,
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
  });
  return out.split('\n').filter((line) => line !== '');
}
