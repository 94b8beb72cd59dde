import type { IsadElement } from '#lib/records/description.ts';
import type { Level } from '#lib/records/level.ts';

interface Dated {
  dates: { display: string | null; start: string | null; end: string | null };
}

/** The words of the language it is printed in: this folder knows none. */
export interface InventoryWords {
  lang: string;
  languageTag(code: string | null | undefined): string;
  pageTitle(title: string): string;
  /** What the bar over the page is called, and what stands in it; never printed. */
  bar: string;
  back: string;
  hint: string;
  /** "Inventario". */
  kind: string;
  dates: string;
  creators: string;
  extent: string;
  code: string;
  made(day: string): string;
  contents: string;
  introduction: string;
  levelOf(unit: { level: Level; levelLabel: string | null }): string;
  datesOf(unit: Dated): string | null;
  element(name: IsadElement): string;
  /** Why the documents may not be read yet, and from when. */
  closed(from: string | null): string;
}
