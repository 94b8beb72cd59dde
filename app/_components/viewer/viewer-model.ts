import { imageServiceOf, imageWithin, wholeImageOf } from '#lib/records/iiif-addresses.ts';
import type { ImagePlace } from '#lib/records/images.ts';
import type { PageBox } from '#lib/records/page-text.ts';

/** A page as the viewer shows it. */
export interface ViewedPage {
  /** From 1. */
  n: number;
  id: string;
  label: string | null;
  width: number;
  height: number;
  place: ImagePlace;
  hasText: boolean;
  /** Its own, where they are not those of all. */
  rights: PageRights | null;
}

/** What may be done with a page, and where that is written. */
export interface PageRights {
  uri: string;
  text: string;
}

/** What is written on a page, a line each; `words` whether it is one that was looked for. */
export interface ViewedText {
  lines: { text: string; found: boolean }[];
  /** Where the words stand that were looked for, in pixels of the image. */
  marks: PageBox[];
  /** Nobody read it over: a machine recognised it. */
  recognised: boolean;
  language: string | null;
}

/** What of a page somebody sees: all, or no more than so many pixels a side. */
export type Sight = { kind: 'whole' } | { kind: 'small'; side: number };

/** Pixels a side of the picture that stands until the pages can be moved, and where there is no script. */
const standingSide = 1200;
const thumbnailSide = 200;

const within = (page: ViewedPage, side: number): string => {
  if (page.place.kind === 'file') return page.place.href;
  return page.place.kind === 'service'
    ? `${page.place.id}/full/!${side},${side}/0/default.jpg`
    : imageWithin('', page.id, side);
};

export const standingPicture = (page: ViewedPage, sight: Sight): string =>
  within(page, sight.kind === 'small' ? Math.min(sight.side, standingSide) : standingSide);

export const thumbnail = (page: ViewedPage, sight: Sight): string =>
  within(page, sight.kind === 'small' ? Math.min(sight.side, thumbnailSide) : thumbnailSide);

/** What OpenSeadragon opens. */
export function tileSource(page: ViewedPage, sight: Sight): object | string {
  if (sight.kind === 'small' || page.place.kind === 'file') return { type: 'image', url: standingPicture(page, sight) };
  if (page.place.kind === 'service') return `${page.place.id}/info.json`;
  // Told here: `info.json` names the site's own address, which need not be the one that this page was asked by.
  const scaleFactors = [1];
  while (Math.max(page.width, page.height) / (scaleFactors.at(-1) ?? 1) > 512)
    scaleFactors.push((scaleFactors.at(-1) ?? 1) * 2);
  return {
    '@context': 'http://iiif.io/api/image/3/context.json',
    id: imageServiceOf('', page.id),
    type: 'ImageService3',
    protocol: 'http://iiif.io/api/image',
    profile: 'level2',
    width: page.width,
    height: page.height,
    tiles: [{ width: 512, scaleFactors }],
  };
}

export interface Download {
  href: string;
  /** Pixels. */
  width: number;
  height: number;
}

/** Sizes in which a page is taken away: small, to read, whole; none twice. */
export function downloads(page: ViewedPage, sight: Sight): Download[] {
  if (sight.kind === 'small' || page.place.kind === 'file') return [];
  const longest = Math.max(page.width, page.height);
  const base = page.place.kind === 'service' ? page.place.id : null;
  return [800, 2400, longest]
    .filter((side, at, sides) => side <= longest && sides.indexOf(side) === at)
    .map((side) => ({
      href:
        side < longest
          ? within(page, side)
          : base === null
            ? wholeImageOf('', page.id)
            : `${base}/full/max/0/default.jpg`,
      width: Math.round((page.width * side) / longest),
      height: Math.round((page.height * side) / longest),
    }));
}

/** A name for a file: letters, digits and hyphens. */
export const fileName = (start: string, page: ViewedPage): string => {
  const plain = start
    .normalize('NFD')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/[^\w-]+/g, '')
    .replace(/^-+|-+$/g, '')
    .slice(0, 80);
  return `${plain || 'pagina'}-${String(page.n).padStart(4, '0')}.jpg`;
};

/** The part of a page that an address tells, in pixels or per cent (Media Fragments 1.0 §4.2.2, `percent`; viewers write `pct` as well), as far as it lies on it; null: none. */
export function readRegion(hash: string, page: Pick<ViewedPage, 'width' | 'height'>): PageBox | null {
  const [, unit = 'pixel', ...numbers] = regionPattern.exec(hash) ?? [];
  if (numbers.length < 4) return null;
  const [across, down] = unit === 'pixel' ? [1, 1] : [page.width / 100, page.height / 100];
  const [x = 0, y = 0, width = 0, height = 0] = numbers.map(Number);
  const box = { x: x * across, y: y * down, width: width * across, height: height * down };
  return box.width > 0 && box.height > 0 ? onPage(box, page) : null;
}

const regionPattern =
  /(?:^#|&)xywh=(?:(pixel|percent|pct):)?(\d+(?:\.\d+)?),(\d+(?:\.\d+)?),(\d+(?:\.\d+)?),(\d+(?:\.\d+)?)(?:&|$)/;

/** What of a box lies on a page; null: nothing. */
export function onPage(box: PageBox, page: Pick<ViewedPage, 'width' | 'height'>): PageBox | null {
  const [x, y] = [Math.max(0, box.x), Math.max(0, box.y)];
  const width = Math.min(page.width, box.x + box.width) - x;
  const height = Math.min(page.height, box.y + box.height) - y;
  return width > 0 && height > 0 ? { x, y, width, height } : null;
}

export const writeRegion = ({ x, y, width, height }: PageBox): string =>
  `#xywh=${[x, y, width, height].map((value) => Math.max(0, Math.round(value))).join(',')}`;

/** Thumbnails that are shown at once. */
const stripLength = 24;

/** The pages around one: from and to, both included. */
export function stripAround(n: number, total: number): { from: number; to: number } {
  const from = Math.max(1, Math.min(n - stripLength / 2, total - stripLength + 1));
  return { from, to: Math.min(total, from + stripLength - 1) };
}

/** The page that was asked for: the first where none, the last where more. */
export function askedPage(asked: string | string[] | undefined, total: number): number {
  const n = Number(Array.isArray(asked) ? asked[0] : asked);
  return Number.isInteger(n) && n >= 1 ? Math.min(n, total) : 1;
}

/** Where in an address the page of a viewer stands: `pagina=12`, or `sinistra=ID:12`. */
export interface PageParameter {
  name: string;
  before: string;
}

/** The field in which the number of a page is typed. */
export const pageField = ({ name, before }: PageParameter): string => (before === '' ? name : `${name}-pagina`);

/** What of an address a form has to send along beside the number of a page. */
export function besidePage(address: string, parameter: PageParameter): [string, string][] {
  const field = pageField(parameter);
  return [...new URL(address, 'http://site').searchParams].filter(([name]) => name !== field);
}

/** An address with the page turned; `#xywh` of another page goes. */
export function turned(address: string, { name, before }: PageParameter, n: number): string {
  const url = new URL(address, 'http://site');
  url.searchParams.delete(pageField({ name, before }));
  url.searchParams.set(name, `${before}${n}`);
  return `${url.pathname}?${url.searchParams.toString().replaceAll('%3A', ':')}`;
}

/** Stand for the page in words that are made before it is known which. */
export const labelPlace = '%CARTA%';
export const numberPlace = '%PAGINA%';
export const filled = (text: string, page: ViewedPage, word: string): string =>
  text.replaceAll(labelPlace, word).replaceAll(numberPlace, String(page.n));
