import { convertPresentation2 } from '@iiif/parser/presentation-2';
import { z } from 'zod';
import { fault } from '#ingest/parse/xml/fault.ts';
import { europeanaRights } from '#lib/records/rights-statements.ts';
import { webAddressOf } from '#lib/records/web-address.ts';
import { manifestSchema, type Manifest, type ManifestBody, type ManifestRange } from './manifest-schema.ts';

/** A page that lies with another. */
export interface ForeignPage {
  /** Of its canvas: what it is known by when the manifest is loaded again. */
  canvas: string;
  label: string | null;
  width: number;
  height: number;
  mediaType: string | null;
  href: string;
  service: { id: string; type: 'ImageService2' | 'ImageService3'; profile: string | null } | null;
}

export interface ForeignRange {
  label: string;
  /** Places in `pages`. */
  pages: number[];
  ranges: ForeignRange[];
}

/** Images of another's manifest: told of, not copied. */
export interface ForeignSet {
  /** Its own address. */
  id: string;
  identifiers: string[];
  pages: ForeignPage[];
  structures: ForeignRange[];
  viewingDirection: 'left-to-right' | 'right-to-left' | 'top-to-bottom' | 'bottom-to-top';
  paged: boolean;
  rightsUri: string | null;
  requiredStatement: string | null;
  warnings: string[];
}

/** A manifest of 10,000 pages has some 15 MB. */
const largest = 64 * 1024 * 1024;
const mostPages = 10_000;

/**
 * The images that a IIIF manifest tells of, Presentation 3 or 2 (which is made 3 first).
 * @throws SourceFault for what is no manifest, or names no image on the web
 */
export function readManifest(bytes: Uint8Array): ForeignSet {
  const manifest = manifestOf(bytes);
  const warnings: string[] = [];
  const id = webAddressOf(manifest.id);
  if (id === null) throw fault('no-address', 'a manifest without an address of its own on the web');
  const met = new Set<string>();
  const pages = manifest.items.slice(0, mostPages).flatMap((canvas, at): ForeignPage[] => {
    if (met.has(canvas.id)) {
      warnings.push(`canvas ${at + 1} stands there twice: it is taken where it comes first`);
      return [];
    }
    met.add(canvas.id);
    const body = canvas.items.flatMap(({ items }) => items).flatMap((annotation) => annotation.body)[0];
    const page = body && pageOf(canvas, body);
    if (!page) warnings.push(`canvas ${at + 1} has no image on the web with its size`);
    return page ? [page] : [];
  });
  if (manifest.items.length > mostPages) warnings.push(`pages after ${mostPages} are passed over`);
  if (pages.length === 0) throw fault('no-pages', 'a manifest that names no image on the web');
  if (manifest.structures === null) warnings.push('its parts (structures) cannot be read: the pages are taken without');
  const places = new Map(pages.map((page, at) => [page.canvas, at]));
  const rights = manifest.rights ?? null;
  if (rights !== null && europeanaRights(rights) === null)
    warnings.push(`rights that are no known statement: ${rights.slice(0, 200)}`);
  return {
    id,
    identifiers: identifiersOf(manifest),
    pages,
    structures: (manifest.structures ?? []).flatMap((range) => rangeOf(range, places)),
    viewingDirection: manifest.viewingDirection,
    paged: manifest.behavior.includes('paged'),
    rightsUri: rights !== null && europeanaRights(rights) !== null ? rights : null,
    requiredStatement: manifest.requiredStatement ? wordsOf(manifest.requiredStatement.value) : null,
    warnings,
  };
}

function manifestOf(bytes: Uint8Array): Manifest {
  if (bytes.length > largest) throw fault('too-large', 'a manifest of more than 64 MiB');
  let read: unknown;
  try {
    read = parsedJson(Buffer.from(bytes).toString('utf8'));
    const version = z.looseObject({ '@type': z.string().optional() }).safeParse(read);
    // Whoever made version 2 says `@type`; the converter takes whatever it is given.
    if (version.success && version.data['@type'] === 'sc:Manifest') read = convertPresentation2(version.data as never);
  } catch (error) {
    throw fault('not-json', `no manifest that can be read: ${error instanceof Error ? error.message : String(error)}`);
  }
  const parsed = manifestSchema.safeParse(read);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw fault('no-manifest', `no IIIF manifest: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`.trim());
}

/** Without U+0000, which JSON can write and PostgreSQL cannot keep: what stands around it is kept. */
function parsedJson(text: string): unknown {
  if (!text.includes('\\u0000')) return JSON.parse(text);
  return JSON.parse(text, (_, value: unknown) => (typeof value === 'string' ? value.replaceAll('\0', '') : value));
}

type Canvas = Manifest['items'][number];

/** Pixels that an image can have a side. */
const longestSide = 1_000_000;
const isSide = (side: number | undefined): side is number => side !== undefined && side >= 1 && side <= longestSide;

function pageOf(canvas: Canvas, body: ManifestBody): ForeignPage | null {
  const href = body.id === undefined ? null : webAddressOf(body.id);
  const [width, height] = [body.width ?? canvas.width, body.height ?? canvas.height].map((side) =>
    Math.round(side ?? 0),
  );
  if (href === null || !isSide(width) || !isSide(height)) return null;
  const service = body.service.flatMap((one) => {
    const id = webAddressOf(one.id ?? one['@id'] ?? '');
    const type = one.type ?? one['@type'] ?? '';
    if (id === null || !/ImageService[23]|^iiif:Image|^ImageService$/.test(type)) return [];
    const profile = typeof one.profile === 'string' ? one.profile : null;
    return [
      {
        id: id.replace(/\/$/, ''),
        type: type === 'ImageService3' ? ('ImageService3' as const) : ('ImageService2' as const),
        profile,
      },
    ];
  })[0];
  return {
    canvas: canvas.id,
    label: canvas.label ? wordsOf(canvas.label) : null,
    width,
    height,
    mediaType: body.format ?? null,
    href,
    service: service ?? null,
  };
}

function rangeOf(range: ManifestRange, places: ReadonlyMap<string, number>): ForeignRange[] {
  const pages: number[] = [];
  const ranges: ForeignRange[] = [];
  for (const item of range.items) {
    if (item.type === 'Range') ranges.push(...rangeOf(item, places));
    else {
      const place = places.get(item.id.replace(/#.*$/, ''));
      if (place !== undefined) pages.push(place);
    }
  }
  const label = range.label ? wordsOf(range.label) : null;
  if (label === null) return ranges;
  return pages.length === 0 && ranges.length === 0 ? [] : [{ label, pages, ranges }];
}

type Words = Readonly<Record<string, readonly string[]>>;

/** In Italian where it is told, else as it is told first. */
const wordsOf = (words: Words): string | null => {
  const values = words['it'] ?? words['none'] ?? Object.values(words)[0] ?? [];
  return (
    values
      .map((value) => value.replace(/<[^>]*>/g, '').trim())
      .join('; ')
      .slice(0, 2000) || null
  );
};

/** What may be the code of the unit: what the manifest says under a label that means one. */
const identifiersOf = ({ metadata }: Manifest): string[] =>
  metadata
    .filter(({ label }) =>
      Object.values(label)
        .flat()
        .some((word) => /identif|segnatura|collocazione|shelf|reference|call number|signatur/i.test(word)),
    )
    .flatMap(({ value }) => Object.values(value).flat())
    .map((value) => value.replace(/<[^>]*>/g, '').trim())
    .filter((value) => value !== '');
