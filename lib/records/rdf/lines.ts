import type { Literal, NamedNode, Statement } from './terms.ts';
import { xsdString } from './terms.ts';

const special = /["\\\n\r\t]/;
const escapes: Readonly<Record<string, string>> = { '"': '\\"', '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

const quoted = (value: string): string =>
  special.test(value) ? value.replace(/["\\\n\r\t]/g, (sign) => escapes[sign] ?? sign) : value;

function objectText(object: NamedNode | Literal): string {
  if (object.termType === 'NamedNode') return `<${object.value}>`;
  if (object.language) return `"${quoted(object.value)}"@${object.language}`;
  return object.datatype.value === xsdString
    ? `"${quoted(object.value)}"`
    : `"${quoted(object.value)}"^^<${object.datatype.value}>`;
}

/**
 * A statement as a line of N-Triples (RDF 1.1 N-Triples §2), or of N-Quads with its graph; with its line end. Written here and not by a library: a
 * dump makes tens of millions of them.
 */
export const toLine = ({ subject, predicate, object }: Statement, graph?: NamedNode): string =>
  graph
    ? `<${subject.value}> <${predicate.value}> ${objectText(object)} <${graph.value}> .\n`
    : `<${subject.value}> <${predicate.value}> ${objectText(object)} .\n`;

/** The lines of statements, each once: a graph is a set. */
export const toLines = (statements: readonly Statement[], graph?: NamedNode): Set<string> =>
  new Set(statements.map((statement) => toLine(statement, graph)));

/** Statements, each once, in their order. */
export function unique(statements: readonly Statement[]): Statement[] {
  const seen = new Map<string, Statement>();
  for (const statement of statements) {
    const line = toLine(statement);
    if (!seen.has(line)) seen.set(line, statement);
  }
  return [...seen.values()];
}
