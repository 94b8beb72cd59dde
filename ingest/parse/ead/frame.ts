import type { XmlElement } from '#ingest/parse/xml/element.ts';

/** One unit while it is being read: its own content, without that of the components below it. */
export interface UnitFrame {
  ordinal: number;
  parent: UnitFrame | null;
  depth: number;
  /** archdesc or the component; what lies below it is the unit's own. */
  element: XmlElement;
  /** Elements that are open within the unit, the innermost last; the unit's own element first. */
  open: XmlElement[];
  internal: boolean;
  xpath: string;
  /** How many components of each name each open element has had, for xpaths. */
  counts: Map<XmlElement, Map<string, number>>;
  /** Which of its name a `dsc` is, for xpaths. */
  positions: WeakMap<XmlElement, number>;
  dscs: number;
  componentId: string | null;
  hasChildren: boolean;
  /** Something within it is `audience="internal"`. */
  saysInternal: boolean;
  /** Its draft has gone out. */
  emitted: boolean;
  /** Content came after its draft had gone out. */
  grown: boolean;
  /** Characters of text and attributes so far, and what its elements cost. */
  size: number;
  /** Elements nested too deeply to be kept as such: their text goes to the innermost kept one. */
  flattened: number;
  missing: { level: boolean; title: boolean };
}

/** Prose nested deeper than any real one: beyond it only words are kept. */
export const deepestElement = 200;

/** What an element costs in memory beside its text. */
export const elementCost = 96;

export function openFrame(
  element: XmlElement,
  parent: UnitFrame | null,
  ordinal: number,
  internal: boolean,
): UnitFrame {
  return {
    ordinal,
    parent,
    depth: parent ? parent.depth + 1 : 0,
    element,
    open: [element],
    internal: internal || element.attributes['audience'] === 'internal',
    xpath: xpathOf(element.name, parent),
    counts: new Map(),
    positions: new WeakMap(),
    dscs: 0,
    componentId: null,
    hasChildren: false,
    saysInternal: false,
    emitted: false,
    grown: false,
    size: 0,
    flattened: 0,
    missing: { level: false, title: false },
  };
}

/** `/ead/archdesc/dsc/c01[3]/c02[1]`. */
function xpathOf(name: string, parent: UnitFrame | null): string {
  if (!parent) return `/ead/${name}`;
  const above = parent.open[parent.open.length - 1] ?? parent.element;
  let counts = parent.counts.get(above);
  if (!counts) parent.counts.set(above, (counts = new Map()));
  const position = (counts.get(name) ?? 0) + 1;
  counts.set(name, position);
  let between = '';
  for (let i = 1; i < parent.open.length; i++) {
    const open = parent.open[i];
    if (open)
      between += `/${open.name}${(parent.positions.get(open) ?? 1) > 1 ? `[${parent.positions.get(open)}]` : ''}`;
  }
  return `${parent.xpath}${between}/${name}[${position}]`;
}
