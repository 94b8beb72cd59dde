import { sniffFormat } from './sniff-format.ts';

/** What browsers show without running anything: everything else is only saved. */
const shownTypes = { pdf: 'application/pdf', jpg: 'image/jpeg', png: 'image/png' } as const;
export type ShownFormat = keyof typeof shownTypes;
export type ShownType = (typeof shownTypes)[ShownFormat];

/** Bytes from the beginning of a file that tell whether it is shown. */
export const headBytes = 2048;

/** How a document is shown by what it is said to be; null where it is not. */
export function shownFormat(format: string): ShownFormat | null {
  if (format === 'pdfa') return 'pdf';
  return format === 'pdf' || format === 'jpg' || format === 'png' ? format : null;
}

/** The media type under which bytes are shown: only where what they are said to be is what they begin with. */
export function shownType(format: string, head: Uint8Array): ShownType | null {
  const shown = shownFormat(format);
  return shown !== null && sniffFormat(head) === shown ? shownTypes[shown] : null;
}
