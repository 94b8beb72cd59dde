/** Statements of RDF 1.1 in the shape of RDF/JS terms, so that any library takes them. There are no blank nodes: each thing can be named by who cites it. */
export interface NamedNode {
  readonly termType: 'NamedNode';
  readonly value: string;
}

export interface Literal {
  readonly termType: 'Literal';
  readonly value: string;
  /** BCP 47, or ''. */
  readonly language: string;
  readonly datatype: NamedNode;
}

export interface Statement {
  readonly subject: NamedNode;
  readonly predicate: NamedNode;
  readonly object: NamedNode | Literal;
}

const xsd = 'http://www.w3.org/2001/XMLSchema#';
export const xsdString = xsd + 'string';
export const rdfLangString = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#langString';

const nodes = new Map<string, NamedNode>();
const stringType = node(xsdString);
const langStringType = node(rdfLangString);

/** A name that is known to be well formed: of a vocabulary, or made of our own address. */
export function node(value: string): NamedNode {
  return { termType: 'NamedNode', value };
}

/** A name of a vocabulary, made once. */
export function term(namespace: string, name: string): NamedNode {
  const iri = namespace + name;
  let known = nodes.get(iri);
  if (!known) nodes.set(iri, (known = node(iri)));
  return known;
}

// eslint-disable-next-line no-control-regex -- exactly these
const unwritable = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;

/**
 * A text that every serialisation can carry: what XML 1.0 has no character for (§2.2) shows as U+FFFD, for RDF/XML shall say the same as the
 * others. U+000D is a line break like the others: N-Triples parsers tell them apart, XML ones do not.
 */
export const writableText = (text: string): string =>
  text.toWellFormed().replace(unwritable, '\uFFFD').replace(/\r\n?/g, '\n');

/** A text with its language where that is known; null for nothing. */
export function text(value: string | null | undefined, language: string | null = null): Literal | null {
  if (value === null || value === undefined || value.trim() === '') return null;
  return {
    termType: 'Literal',
    value: writableText(value),
    language: language ?? '',
    datatype: language ? langStringType : stringType,
  };
}

/** A value of a type of XML Schema, by its local name: the caller knows that it is one. */
export function typed(value: string, type: string): Literal {
  return { termType: 'Literal', value, language: '', datatype: term(xsd, type) };
}
