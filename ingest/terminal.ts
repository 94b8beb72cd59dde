import type { RunWatcher } from './run.ts';
import { problemLine } from './report.ts';

const steps: Record<string, string> = { read: 'reading', compare: 'comparing', write: 'writing', index: 'indexing' };

/** Progress as a bar on a terminal, as plain lines elsewhere; problems as one line each. */
export function terminalWatcher(out: NodeJS.WriteStream = process.stdout): RunWatcher {
  const bar = out.isTTY === true;
  let total = 0;
  let lastLine = 0;
  const clear = () => bar && out.write('\r\x1b[K');
  return {
    files(count, passedOver) {
      total = count;
      out.write(`${count} files to read${passedOver ? `, ${passedOver} of other kinds passed over` : ''}\n`);
    },
    progress(file, index, units, step) {
      const now = Date.now();
      if (now - lastLine < (bar ? 100 : 5000)) return;
      lastLine = now;
      const text = `[${index + 1}/${total}] ${harmless(file)}: ${units} units, ${steps[step] ?? step}`;
      if (bar) out.write(`\r\x1b[K${gauge(index, total)} ${text}`);
      else out.write(`${text}\n`);
    },
    file(report) {
      clear();
      const { counts } = report;
      const said = (['created', 'changed', 'moved', 'unchanged', 'deleted', 'quarantined', 'agents'] as const)
        .filter((key) => counts[key] > 0)
        .map((key) => `${counts[key]} ${key}`);
      out.write(`${report.outcome.padEnd(11)} ${harmless(report.file)}: ${said.join(', ') || 'nothing'}\n`);
      for (const problem of report.problems) out.write(`  ${harmless(problemLine(problem))}\n`);
      const unsaid = counts.problems - report.problems.length;
      if (unsaid > 0) out.write(`  and ${unsaid} more problems in this file\n`);
    },
  };
}

function gauge(done: number, total: number): string {
  const width = 20;
  const full = total === 0 ? width : Math.floor((done / total) * width);
  return `[${'█'.repeat(full)}${'·'.repeat(width - full)}]`;
}

/** Names of files and words found in them come from strangers: a terminal obeys control characters, readers see them written out. */
export function harmless(text: string): string {
  // eslint-disable-next-line no-control-regex -- these are what is looked for
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, (c) => {
    return `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}
