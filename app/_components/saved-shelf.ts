/** What a reader keeps in this browser and nowhere else: searches and records, the latest first. */
export interface SavedThing {
  /** The address of the search, the id of the record. */
  key: string;
  title: string;
  /** Beside the title, in the words of the day it was kept. */
  facts: string;
}
export type SavedKind = 'searches' | 'records';
export type SavedShelf = Record<SavedKind, SavedThing[]>;

const place = 'eli4u-saved';
export const shelfRoom = 200;
/** Other parts of the same page hear of a change by this; other windows by the browser's own `storage`. */
const changed = 'eli4u-saved-changed';

/** The shelf as it is; empty where the browser keeps nothing or what it keeps cannot be read. */
export function readShelf(): SavedShelf {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(place) ?? '{}');
    return { searches: thingsOf(kept, 'searches'), records: thingsOf(kept, 'records') };
  } catch {
    return { searches: [], records: [] };
  }
}

/** Keeps a thing, or takes it away when it is there. False when the browser refuses. */
export function toggleSaved(kind: SavedKind, thing: SavedThing): boolean {
  const shelf = readShelf();
  const others = shelf[kind].filter(({ key }) => key !== thing.key);
  const next = others.length < shelf[kind].length ? others : [thing, ...others].slice(0, shelfRoom);
  try {
    localStorage.setItem(place, JSON.stringify({ ...shelf, [kind]: next }));
  } catch {
    return false;
  }
  window.dispatchEvent(new Event(changed));
  return true;
}

/** Calls back at each change, from wherever; gives what stops it. */
export function onShelfChange(listener: () => void): () => void {
  window.addEventListener('storage', listener);
  window.addEventListener(changed, listener);
  return () => {
    window.removeEventListener('storage', listener);
    window.removeEventListener(changed, listener);
  };
}

/** Only what leads into this site: addresses in a browser's store are nobody's word. */
const shapes: Record<SavedKind, RegExp> = { searches: /^\/search(\?|$)/, records: /^[0-9a-z]{1,20}$/i };

function thingsOf(kept: unknown, kind: SavedKind): SavedThing[] {
  const list = isObject(kept) ? kept[kind] : null;
  if (!Array.isArray(list)) return [];
  return list.filter(
    (one: unknown): one is SavedThing =>
      isObject(one) &&
      typeof one['key'] === 'string' &&
      shapes[kind].test(one['key']) &&
      typeof one['title'] === 'string' &&
      typeof one['facts'] === 'string',
  );
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
