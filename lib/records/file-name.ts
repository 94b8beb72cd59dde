/** A name without folders and without what no name holds; null for none. */
export function plainFileName(name: string): string | null {
  const plain = (name.toWellFormed().split(/[\\/]/).at(-1) ?? '')
    // Signs that turn the direction of writing make «fdp.exe» look like «exe.pdf».
    .replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, '')
    .trim()
    .slice(0, 200)
    .toWellFormed();
  return /^\.*$/.test(plain) ? null : plain;
}

/** Extensions of the formats that we know, with the formats that may bear them. */
const extensions: Readonly<Record<string, readonly string[]>> = {
  pdf: ['pdf', 'pdfa'],
  p7m: ['p7m'],
  jpg: ['jpg'],
  jpeg: ['jpg'],
  png: ['png'],
  dwg: ['dwg'],
  dxf: ['dxf'],
  ifc: ['ifc'],
  odt: ['odt'],
  docx: ['docx'],
};

/** The extension of a name that says another format than the bytes are of; null where both agree, or the name says none that we know. */
export function contradictedExtension(name: string | null, format: string): string | null {
  const extension = /\.([^.]+)$/.exec(name ?? '')?.[1]?.toLowerCase() ?? '';
  const formats = Object.hasOwn(extensions, extension) ? extensions[extension] : undefined;
  return formats && !formats.includes(format) ? extension : null;
}
