/** Images of a record, as whoever may see them sees them. Labels are as their source gave them, in its language. */

export type ViewingDirection = 'left-to-right' | 'right-to-left' | 'top-to-bottom' | 'bottom-to-top';

/** Where an image is had: from us, by another's image service, or as a file of another's. */
export type ImagePlace =
  | { kind: 'held' }
  | { kind: 'service'; id: string; type: 'ImageService2' | 'ImageService3'; profile: string | null }
  | { kind: 'file'; href: string };

export interface PageImage {
  /** The id of the Image API, of its canvas, and of the digital object. */
  id: string;
  /** From 1, without gaps. */
  page: number;
  /** What the page is called ("c. 12r"); null: its number. */
  label: string | null;
  /** Pixels, as shown. */
  width: number;
  height: number;
  place: ImagePlace;
  mediaType: string | null;
  /** Its own; null: those of the set, else of the record. */
  rightsUri: string | null;
  hasText: boolean;
}

/** A part of the whole: a quire, a document, a chapter. */
export interface ImageRange {
  id: string;
  label: string;
  /** Ids of images, in their order. */
  images: string[];
  ranges: ImageRange[];
}

export interface ImageSet {
  recordId: string;
  images: PageImage[];
  structures: ImageRange[];
  viewingDirection: ViewingDirection;
  /** Pages face each other. */
  paged: boolean;
  rightsUri: string | null;
  /** Who must be named. */
  requiredStatement: string | null;
  /** The manifest of another that this set is of. */
  manifestHref: string | null;
}
