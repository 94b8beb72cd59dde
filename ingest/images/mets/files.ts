import { attribute, elements, within, type XmlElement } from '#ingest/parse/xml/element.ts';
import { webAddressOf } from '#lib/records/web-address.ts';
import { rightsOfFile, type MetsRights } from './rights.ts';
import { sizesById, type ImageSize } from './sizes.ts';

/** A file that a METS file tells of. */
export interface MetsFile {
  id: string;
  /** Below the folder of the METS file; of what lies on the web, its address. */
  path: string;
  /** How large an image on the web is said to be; null: it lies below. */
  onTheWeb: ImageSize | null;
  /** How large MIX says that it is. */
  size: ImageSize | null;
  /** Its own statement of rights, or the usual one. */
  rightsUri: string | null;
  mediaType: string | null;
  kind: 'image' | 'text';
  /** The better of two images of a page is the one to keep. */
  rank: number;
  checksum: { algorithm: string; value: string } | null;
}

/** The files of all groups by their id; what lies elsewhere is passed over, and told. */
export function filesById(root: XmlElement, rights: MetsRights, warnings: string[]): Map<string, MetsFile> {
  const files = new Map<string, MetsFile>();
  const sizes = sizesById(root);
  for (const section of within(root, 'fileSec'))
    for (const group of elements(section, 'fileGrp'))
      collect(group, { use: '', admId: null }, { files, sizes, rights, warnings });
  return files;
}

interface Collecting {
  files: Map<string, MetsFile>;
  sizes: ReadonlyMap<string, ImageSize>;
  rights: MetsRights;
  warnings: string[];
}

/** What a group says of all that is in it. */
interface OfGroup {
  use: string;
  admId: string | null;
}

function collect(group: XmlElement, above: OfGroup, collecting: Collecting): void {
  const { files, sizes, rights, warnings } = collecting;
  const use = attribute(group, 'USE') ?? above.use;
  const ofGroup = attribute(group, 'ADMID') ?? above.admId;
  for (const inner of elements(group, 'fileGrp')) collect(inner, { use, admId: ofGroup }, collecting);
  for (const file of elements(group, 'file')) {
    const id = attribute(file, 'ID');
    const href = attribute(elements(file, 'FLocat')[0], 'href');
    if (id === null || href === null) continue;
    const local = localPath(href);
    const admId = attribute(file, 'ADMID');
    const size = (admId ?? '').split(/\s+/).flatMap((name) => sizes.get(name) ?? [])[0] ?? null;
    const path = local ?? (size && webAddressOf(href));
    if (path === null) {
      const why = webAddressOf(href)
        ? 'lies on the web, and of which MIX tells no size,'
        : 'does not lie below the METS file';
      warnings.push(`a file that ${why} is passed over: ${href.slice(0, 200)}`);
      continue;
    }
    const algorithm = attribute(file, 'CHECKSUMTYPE');
    const value = attribute(file, 'CHECKSUM');
    files.set(id, {
      id,
      path,
      onTheWeb: local === null ? size : null,
      size,
      rightsUri: rightsOfFile([admId, ofGroup], rights),
      mediaType: attribute(file, 'MIMETYPE'),
      kind: isText(attribute(file, 'MIMETYPE') ?? '', use, path) ? 'text' : 'image',
      rank: rankOf(attribute(file, 'USE') ?? use),
      checksum: algorithm !== null && value !== null ? { algorithm, value } : null,
    });
  }
}

/** A path below the folder of the METS file; null: anywhere else, or an address. */
function localPath(href: string): string | null {
  let text = href.replace(/^file:(?!\/)/i, '');
  try {
    text = decodeURIComponent(text);
  } catch {
    // A name with a per cent sign in it, and no address.
  }
  const parts = text
    .replaceAll('\\', '/')
    .split('/')
    .filter((part) => part !== '' && part !== '.');
  const isElsewhere =
    /^[a-z][a-z0-9+.-]*:/i.test(text) || /^[\\/]/.test(text) || parts.includes('..') || text.includes('\0');
  return isElsewhere || parts.length === 0 ? null : parts.join('/');
}

const isText = (mediaType: string, use: string, path: string): boolean =>
  /xml|html|alto|hocr/i.test(mediaType) ||
  /^(?:alto|hocr|ocr|full ?text|text)\b/i.test(use) ||
  /\.(?:xml|alto|hocr|html?)$/i.test(path);

/** Masters before what was made of them, thumbnails last. */
function rankOf(use: string): number {
  if (/thumb|icon|miniatur/i.test(use)) return 0;
  if (/master|archiv|preserv|conserv|origin/i.test(use)) return 3;
  return /reference|access|web|deriv|consult/i.test(use) ? 1 : 2;
}
