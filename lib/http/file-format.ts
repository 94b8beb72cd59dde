/** Formats that a document of a fascicolo may have, by the extension that types name them with. */
export const fileFormats = ['pdf', 'pdfa', 'p7m', 'jpg', 'png', 'dwg', 'dxf', 'ifc', 'odt', 'docx'] as const;

/** Of what comes without the type having asked for it. */
export const plainFormats = ['pdf', 'pdfa', 'p7m', 'jpg', 'png', 'odt', 'docx'] as const;

/** As browsers want them in `accept`. */
export const acceptOf = (formats: readonly string[]): string =>
  [
    ...new Set(formats.map((format) => (format === 'pdfa' ? '.pdf' : `.${format}`))),
    ...(formats.includes('jpg') ? ['.jpeg'] : []),
  ].join(',');
