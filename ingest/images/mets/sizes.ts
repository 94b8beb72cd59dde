import { attribute, textOf, within, type XmlElement } from '#ingest/parse/xml/element.ts';

export interface ImageSize {
  width: number;
  height: number;
}

/** What the technical metadata tell of images (MIX 0.2 to 2.0): pixels, by the id of the section. */
export function sizesById(root: XmlElement): ReadonlyMap<string, ImageSize> {
  const sizes = new Map<string, ImageSize>();
  for (const section of within(root, 'techMD')) {
    const id = attribute(section, 'ID');
    const [width, height] = [
      pixels(section, 'imageWidth', 'ImageWidth'),
      pixels(section, 'imageHeight', 'ImageHeight', 'ImageLength', 'imageLength'),
    ];
    if (id !== null && width !== null && height !== null) sizes.set(id, { width, height });
  }
  return sizes;
}

function pixels(section: XmlElement, ...names: string[]): number | null {
  const value = Number(textOf(within(section, ...names)[0]));
  return Number.isInteger(value) && value > 0 && value < 1_000_000 ? value : null;
}
