import { access, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { shownFormat } from '#lib/records/shown-format.ts';
import { documentPath } from '#lib/store/documents/storage-key.ts';
import { makeFolder } from '#lib/store/make-folder.ts';
import { beginDrawing } from './drawing-drafts.ts';
import { derivedFolder, previewPath, refusedPath, type PreviewSize } from './derived-path.ts';
import { runDrawing } from './run-drawing.ts';

/** Small pictures of documents, made when first asked for and kept beside the bytes, as long as these. */
export interface Previews {
  /** The file of one; null where none can be drawn. Who may see the document is decided before. */
  of(document: { storageKey: string; format: string; bytes: number }, size: PreviewSize): Promise<string | null>;
}

/** A PDF is read whole to be drawn. */
const longestPdf = 64 * 1024 * 1024;
/** Processes at once; who comes then waits. */
const mostAtOnce = 2;

export function createPreviews(dataDir: string, draw: typeof runDrawing = runDrawing): Previews {
  const running = new Map<string, Promise<void>>();
  const waiting: (() => void)[] = [];
  let free = mostAtOnce;
  const inTurn = async (work: () => Promise<void>) => {
    if (free > 0) free--;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else free++;
    }
  };
  return {
    of: async ({ storageKey, format, bytes }, size) => {
      const shown = shownFormat(format);
      if (shown === null || (shown === 'pdf' && bytes > longestPdf)) return null;
      const file = previewPath(dataDir, storageKey, size);
      if (await isThere(file)) return file;
      if (await isThere(refusedPath(dataDir, storageKey))) return null;
      const kind = shown === 'pdf' ? 'pdf' : 'image';
      const begun = running.get(storageKey) ?? inTurn(() => drawOnce(dataDir, storageKey, kind, draw));
      running.set(storageKey, begun);
      await begun.finally(() => running.delete(storageKey));
      return (await isThere(file)) ? file : null;
    },
  };
}

/** Both sizes or neither; what was destroyed meanwhile leaves nothing. */
async function drawOnce(dataDir: string, storageKey: string, kind: 'pdf' | 'image', draw: typeof runDrawing) {
  const folder = derivedFolder(dataDir, storageKey);
  if (await isThere(folder)) return;
  const source = documentPath(dataDir, storageKey);
  const draft = await beginDrawing(dataDir, storageKey);
  try {
    if (!(await draw(kind, source, draft))) {
      // Bytes that are not there, or are being brought, say nothing of what could be drawn from them.
      if (!(await isThere(source))) return;
      await rm(draft, { recursive: true, force: true });
      await makeFolder(draft);
      await writeFile(path.join(draft, path.basename(refusedPath(dataDir, storageKey))), '');
    }
    // Another process may have been faster.
    await rename(draft, folder).catch(() => undefined);
    if (!(await isThere(source))) await rm(folder, { recursive: true, force: true });
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

const isThere = (place: string): Promise<boolean> =>
  access(place).then(
    () => true,
    () => false,
  );
