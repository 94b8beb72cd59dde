import path from 'node:path';

/** The key under which the pyramid lies that was made of a page of bytes with that SHA-256 (hex). */
export const pyramidKeyOf = (sha256: string, page: number): string => `${sha256.slice(0, 2)}/${sha256}-${page}.tif`;

/** Whether a text is such a key. */
export const isPyramidKey = (text: string): boolean => /^[0-9a-f]{2}\/[0-9a-f]{64}-[1-9]\d{0,5}\.tif$/.test(text);

export const imagesFolder = (dataDir: string): string => path.join(dataDir, 'images');

/** Where the pyramid of a key lies. */
export function pyramidPath(dataDir: string, key: string): string {
  if (!isPyramidKey(key)) throw new Error('this is no key of a pyramid');
  return path.join(imagesFolder(dataDir), key);
}
