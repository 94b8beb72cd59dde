import { plainFileName, savedName } from './file-name.ts';

/** Bytes of UTF-8 that a name has at most: file systems take 255, and some tools put something before or after it. */
const longest = 180;

/**
 * The name of a document inside an archive of its fascicolo: its place first, so that two are never the same and a folder shows them in
 * order; without folders, without signs that some file system refuses.
 * @param ordinal its place in the fascicolo, from 1
 */
export function entryName(ordinal: number, fileName: string | null, title: string, format: string): string {
  const own = plainFileName(fileName ?? '') ?? plainFileName(title.replace(/[\\/]/g, '-')) ?? 'documento';
  // Windows refuses these signs, and drops dots and spaces at the end.
  const plain = savedName(own, format)
    .normalize('NFC')
    .replace(/[<>:"|?*\\/]/g, '_');
  const [, stem = plain, extension = ''] = /^(.+?)(\.[A-Za-z0-9]{1,10})?[. ]*$/su.exec(plain) ?? [];
  return `${String(ordinal).padStart(5, '0')}-${shortened(stem)}${extension}`.replace(/[. ]+$/, '');
}

/** The name of a former version of a document, beside which others of the same document lie. */
export const versionEntryName = (ordinal: number, version: number, ...named: [string | null, string, string]): string =>
  entryName(ordinal, ...named).replace('-', `-v${version}-`);

function shortened(stem: string): string {
  const encoder = new TextEncoder();
  let bytes = 0;
  let kept = '';
  for (const sign of stem) {
    bytes += encoder.encode(sign).length;
    if (bytes > longest) break;
    kept += sign;
  }
  return kept;
}
