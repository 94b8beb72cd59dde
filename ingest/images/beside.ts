import path from 'node:path';
import { noCounts, type FileReport } from '#ingest/report.ts';
import type { ImagesBelow } from './find-sets.ts';
import { warn } from './set-report.ts';

/** Names that are told one by one. */
const mostNames = 5;

/**
 * What lies below METS files and is named by none of them: it is passed over, and told.
 * @param named files that the METS files of a folder name, by that folder; a folder of which none could be read has no entry
 */
export function imagesBeside(
  below: readonly ImagesBelow[],
  named: ReadonlyMap<string, ReadonlySet<string>>,
): FileReport[] {
  // A METS file may stand below another: what it names is its own.
  const known = new Set([...named.values()].flatMap((files) => [...files]));
  return below.flatMap(({ folder, files }) => {
    const isRead = named.has(path.resolve(folder));
    const others = isRead ? files.filter((file) => !known.has(path.resolve(file))) : [];
    if (others.length === 0) return [];
    const names = others.slice(0, mostNames).map((file) => path.relative(folder, file));
    const more = others.length > mostNames ? ` and ${others.length - mostNames} more` : '';
    const report: FileReport = {
      file: folder,
      format: 'images',
      outcome: 'unchanged',
      counts: { ...noCounts },
      problems: [],
    };
    warn(report, `images that no METS file here names are passed over: ${names.join(', ')}${more}`);
    return [report];
  });
}
