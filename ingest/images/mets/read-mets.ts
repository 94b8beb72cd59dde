import { TreeReader } from '#ingest/parse/tree-reader.ts';
import { XmlDecoder } from '#ingest/parse/xml/decode.ts';
import { XmlEvents } from '#ingest/parse/xml/events.ts';
import { attribute, textOf, within, type XmlElement } from '#ingest/parse/xml/element.ts';
import { fault } from '#ingest/parse/xml/fault.ts';
import type { SetSource } from '#ingest/images/set-source.ts';
import { filesById } from './files.ts';
import { pagesOf } from './pages.ts';
import { rangesOf } from './ranges.ts';
import { holderOf, rightsOf } from './rights.ts';

/** A register of 2,000 pages with MIX for each has some 10 MB. */
const largest = 64 * 1024 * 1024;

/**
 * The images of a unit as a METS file tells them (METS 1, in the profile of the national plan, ICAR/METS-SAN): files and their groups, order and names of
 * pages by the physical map, parts by the logical one.
 * @throws SourceFault for what is no METS, or names no page
 */
export function readMets(bytes: Uint8Array): SetSource {
  const root = treeOf(bytes);
  if (root.name !== 'mets') throw fault('unknown-format', `no METS: the root is ${root.name}`);
  const warnings: string[] = [];
  const rights = rightsOf(root, warnings);
  const files = filesById(root, rights, warnings);
  const { pages, placeOf } = pagesOf(root, files, warnings);
  if (pages.length === 0)
    throw fault('no-pages', 'a METS file that names no image below its own folder, and none on the web with its size');
  return {
    origin: 'mets',
    identifiers: identifiersOf(root),
    pages,
    named: [...files.values()].flatMap((file) => (file.onTheWeb === null ? [file.path] : [])),
    structures: rangesOf(root, placeOf),
    viewingDirection: 'left-to-right',
    paged: pages.length > 1 && pages.every(({ label }) => label !== null && /\d\s*[rv]$/.test(label)),
    rightsUri: shared(pages.map(({ rightsUri }) => rightsUri)),
    requiredStatement: holderOf(root),
    warnings,
  };
}

function treeOf(bytes: Uint8Array): XmlElement {
  if (bytes.length > largest) throw fault('too-large', 'a METS file of more than 64 MiB');
  const reader = new TreeReader(
    () => undefined,
    () => [],
    largest * 4,
  );
  const events = new XmlEvents(reader);
  const decoder = new XmlDecoder();
  events.write(decoder.push(bytes));
  events.write(decoder.end());
  events.end();
  if (!reader.element) throw fault('not-xml', 'an empty file');
  return reader.element;
}

/** What may name the unit: the object's own name, then identifiers of its description. */
function identifiersOf(root: XmlElement): string[] {
  const described = within(root, 'dmdSec').flatMap((section) => within(section, 'identifier', 'unitid').map(textOf));
  const named = [attribute(root, 'OBJID'), ...described, attribute(root, 'CONTENTIDS')];
  return [...new Set(named.filter((name): name is string => name !== null && name !== ''))];
}

/** What all say; null where they differ. */
const shared = (said: readonly (string | null)[]): string | null => {
  const [first = null, ...others] = new Set(said);
  return others.length > 0 ? null : first;
};
