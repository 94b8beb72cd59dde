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
  const extension = extensionOf(name ?? '');
  const formats = formatsOf(extension);
  return formats && !formats.includes(format) ? extension : null;
}

/**
 * The name under which a document is saved: it ends in what its bytes are, whatever it was sent as. A PDF that was sent as `piano.html` would be
 * opened from the disk as a page, and what stands in it before its first page would run.
 */
export function savedName(name: string, format: string): string {
  const plain = name.replace(/[. ]+$/, '');
  const extension = extensionOf(plain);
  const fits = extension === format.toLowerCase() || formatsOf(extension)?.includes(format);
  return fits ? plain : `${plain}.${extensionFor(format)}`;
}

/** How the name of a document of a format ends. */
export function extensionFor(format: string): string {
  if (format === 'pdfa') return 'pdf';
  return /^[a-z0-9]{1,10}$/i.test(format) ? format.toLowerCase() : 'bin';
}

const extensionOf = (name: string): string => /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';

const formatsOf = (extension: string): readonly string[] | undefined =>
  Object.hasOwn(extensions, extension) ? extensions[extension] : undefined;
