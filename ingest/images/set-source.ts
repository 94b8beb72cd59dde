import type { ViewingDirection } from '#lib/records/images.ts';

/** A page as its source names it, before its file is opened. */
export interface SourcePage {
  label: string | null;
  /** Of the file, below the folder of the source; of one that lies on the web, its address. */
  file: string;
  /** What the source tells of an image that is linked, and not held; null: it lies below. */
  onTheWeb: { width: number; height: number; mediaType: string | null } | null;
  /** Pixels, as the source tells them of any image. */
  size: { width: number; height: number } | null;
  rightsUri: string | null;
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
  /** What is the same for all pages; null where they differ. */
  rightsUri: string | null;
  requiredStatement: string | null;
  /** What was passed over, in words. */
  warnings: string[];
}
