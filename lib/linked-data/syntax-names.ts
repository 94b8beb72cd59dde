/** The forms in which a graph is given, the one first that is served where several suit as well. */
export const syntaxNames = [
  { extension: 'ttl', mediaType: 'text/turtle', contentType: 'text/turtle; charset=utf-8' },
  { extension: 'jsonld', mediaType: 'application/ld+json', contentType: 'application/ld+json' },
  { extension: 'rdf', mediaType: 'application/rdf+xml', contentType: 'application/rdf+xml; charset=utf-8' },
  { extension: 'nt', mediaType: 'application/n-triples', contentType: 'application/n-triples' },
] as const;

export type SyntaxName = (typeof syntaxNames)[number];
