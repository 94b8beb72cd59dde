import path from 'node:path';
import { isImageName, isTextName, stemOf } from './image-names.ts';
import { byName, pageLabel } from './page-label.ts';
import type { SetSource } from './set-source.ts';

/**
 * The images of a folder, in the order of their names; texts of the same name are of the same page.
 * @param names of the files right in it
 */
export function folderSet(folder: string, names: readonly string[]): SetSource {
  const texts = new Map(names.filter(isTextName).map((name) => [stemOf(name), name]));
  const images = names.filter(isImageName).toSorted(byName);
  const labels = images.map(pageLabel);
  return {
    origin: 'folder',
    identifiers: [path.basename(folder)],
    pages: images.map((file, at) => ({
      label: labels[at] ?? null,
      file,
      checksum: null,
      onTheWeb: null,
      size: null,
      rightsUri: null,
      textFile: texts.get(stemOf(file)) ?? null,
    })),
    named: [],
    structures: [],
    viewingDirection: 'left-to-right',
    paged: labels.length > 1 && labels.every((label) => label !== null && /[rv]$/.test(label)),
    rightsUri: null,
    requiredStatement: null,
    warnings: [],
  };
}
