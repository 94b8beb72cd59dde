/**
 * Under which the bytes of a document are shown: nothing of theirs runs or is fetched, and only our own pages frame them. No `sandbox`, nor on
 * the frame: browsers then refuse to open their own viewer of PDFs, which is apart from the page anyhow (2026-11-26).
 */
export const documentPolicy = `default-src 'none'; style-src 'unsafe-inline'; object-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'self'`;

/** Addresses at which bytes of documents are, below the pages of documents. */
export const isDocumentContent = (pathname: string): boolean =>
  /\/(documenti|atti|records)\/[^/]+(\/[^/]+)?\/contenuto$/.test(pathname);
