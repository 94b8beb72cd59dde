import type { Translate } from '#lib/i18n/translate.ts';

const keys = [
  'page',
  'place',
  'alt',
  'previous',
  'next',
  'first',
  'last',
  'goTo',
  'go',
  'zoomIn',
  'zoomOut',
  'whole',
  'rotateLeft',
  'rotateRight',
  'adjust',
  'brightness',
  'contrast',
  'reset',
  'fullScreen',
  'leaveFullScreen',
  'keys',
  'keysList',
  'image',
  'toolbar',
  'strip',
  'stripRange',
  'text',
  'noText',
  'recognised',
  'loadingText',
  'textFailed',
  'failed',
  'retry',
  'rotated',
  'zoomed',
  'take',
  'download',
  'size',
  'rights',
  'copyManifest',
  'manifest',
  'copied',
  'copyRegion',
  'cite',
  'copyCitation',
  'compare',
] as const;

/** What the viewer says, with the places that it fills itself. */
export type ViewerWords = Record<(typeof keys)[number], string>;

export function viewerWords(t: Translate): ViewerWords {
  const words = keys.map((key) => [key, t(`viewer.${key}`)] as const);
  return Object.fromEntries(words) as ViewerWords;
}

/** A word with its places filled. */
export const said = (word: string, places: Readonly<Record<string, string | number>>): string =>
  word.replace(/\{(\w+)\}/g, (whole, name: string) => String(places[name] ?? whole));
