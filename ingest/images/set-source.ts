import type { ViewingDirection } from '#lib/records/images.ts';

/** A page as its source names it, before its file is opened. */
export interface SourcePage {
  label: string | null;
  /** Of the file, below the folder of the source; of one that lies on the web, its address. */
  file: string;
  /** What the source tells of an image that is linked, and not held; null: it lies below. */
  onTheWeb: { width: number; height: number; mediaType: string | null } | null;
  /** What the source says of its bytes. */
  checksum: { algorithm: string; value: string } | null;
  /** A file with its text, below the same folder. */
  textFile: string | null;
}

export interface SourceRange {
  label: string;
  /** Places in `pages`. */
  pages: number[];
  ranges: SourceRange[];
}

/** Images of one unit, as a source tells them. */
export interface SetSource {
  origin: 'folder' | 'mets';
  /** What may name the unit, the surest first. */
  identifiers: string[];
  pages: SourcePage[];
  /** All files that it names below its own folder, also those that are no page. */
  named: string[];
  structures: SourceRange[];
  viewingDirection: ViewingDirection;
  paged: boolean;
  rightsUri: string | null;
  requiredStatement: string | null;
  /** What was passed over, in words. */
  warnings: string[];
}
