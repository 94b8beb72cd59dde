import path from 'node:path';

/** Files that may be images of pages: what they are is told by their bytes. */
export const isImageName = (name: string): boolean => /\.(?:tiff?|jpe?g|jfif|png|webp|gif|pdf)$/i.test(name);

/** Files that may be the text of a page. */
export const isTextName = (name: string): boolean => /\.(?:xml|alto|hocr|html?|xhtml)$/i.test(name);

/** A name without its ending: what an image and its text have in common. */
export const stemOf = (name: string): string => path.basename(name).replace(/(?:\.(?:alto|hocr))?\.[^.]+$/i, '');
