/** What kind of thing an address gives, as far as its media type or its ending tells. */
export type MediaKind = 'image' | 'pdf' | 'sound' | 'video' | 'other';

const byEnding: Readonly<Record<string, string>> = {
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  jp2: 'image/jp2',
  png: 'image/png',
  gif: 'image/gif',
  tif: 'image/tiff',
  tiff: 'image/tiff',
  webp: 'image/webp',
  pdf: 'application/pdf',
  mp3: 'audio/mpeg',
  wav: 'audio/wav',
  ogg: 'audio/ogg',
  mp4: 'video/mp4',
  webm: 'video/webm',
};

/** The media type of a digital object: stated, else by the ending of its address; null where neither tells (a page with a viewer). */
export function mediaTypeOfObject(object: { href: string; mediaType: string | null }): string | null {
  if (object.mediaType !== null) return object.mediaType;
  const ending = /\.([a-z0-9]{2,4})(?:[?#].*)?$/i.exec(object.href)?.[1];
  return byEnding[ending?.toLowerCase() ?? ''] ?? null;
}

/** Null: nobody knows, and an aggregator can't load it as media. */
export function mediaKindOf(mediaType: string | null): MediaKind | null {
  if (mediaType === null) return null;
  if (mediaType.startsWith('image/')) return 'image';
  if (/^application\/pdf\b/.test(mediaType)) return 'pdf';
  if (mediaType.startsWith('audio/')) return 'sound';
  if (mediaType.startsWith('video/')) return 'video';
  // What browsers show is a page about the thing, not the thing.
  return /^(text\/html|application\/xhtml\+xml)\b/.test(mediaType) ? null : 'other';
}
