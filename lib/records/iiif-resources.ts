/** The parts of IIIF Presentation 3 that we write, as JSON. */

export type LanguageTexts = Record<string, string[]>;

export interface ImageService {
  id: string;
  type: 'ImageService3';
  profile: string;
  width?: number;
  height?: number;
}

/** Services of version 2 are named as that version does (Presentation 3 §5.2). */
export interface ImageService2 {
  '@id': string;
  '@type': 'ImageService2';
  profile: string;
}

export interface ImageResource {
  id: string;
  type: 'Image';
  format?: string;
  width?: number;
  height?: number;
  service?: (ImageService | ImageService2 | object)[];
}

export interface CanvasResource {
  id: string;
  type: 'Canvas';
  label: LanguageTexts;
  height: number;
  width: number;
  rights?: string;
  thumbnail: ImageResource[];
  items: {
    id: string;
    type: 'AnnotationPage';
    items: { id: string; type: 'Annotation'; motivation: 'painting'; body: ImageResource; target: string }[];
  }[];
  annotations?: { id: string; type: 'AnnotationPage'; label: LanguageTexts }[];
}

export interface RangeResource {
  id: string;
  type: 'Range';
  label: LanguageTexts;
  items: (RangeResource | { id: string; type: 'Canvas' })[];
}

/** What every answer of Presentation 3 begins with, and its media type. */
export const presentationContext = 'http://iiif.io/api/presentation/3/context.json';
export const presentationType = `application/ld+json;profile="${presentationContext}"`;

/** Rights that `rights` takes (Presentation 3 §3.2): of Creative Commons and RightsStatements.org, with http; null for any other. */
export function iiifRights(uri: string | null): string | null {
  const plain = uri
    ?.trim()
    .replace(/^https:/, 'http:')
    .replace('://www.', '://')
    .replace('rightsstatements.org/page/', 'rightsstatements.org/vocab/');
  return plain &&
    /^http:\/\/(creativecommons\.org\/(licenses|publicdomain)\/[\w./-]+|rightsstatements\.org\/vocab\/[\w./-]+)$/.test(
      plain,
    )
    ? plain
    : null;
}
