import { toJsonLd } from '#lib/projections/json-ld.ts';
import { toRdfXml } from '#lib/projections/rdf-xml.ts';
import { toTurtle } from '#lib/projections/turtle.ts';
import { syntaxNames, type SyntaxName } from './syntax-names.ts';
import { toLines, unique } from '#lib/records/rdf/lines.ts';
import type { Statement } from '#lib/records/rdf/terms.ts';
import { namespaces } from '#lib/records/rdf/vocabularies.ts';

type Write = (statements: readonly Statement[]) => string;

const writers: Record<SyntaxName['extension'], Write> = {
  ttl: (statements) => toTurtle(unique(statements), prefixesOf(statements)),
  jsonld: (statements) => `${JSON.stringify(toJsonLd(unique(statements), namespaces), null, 2)}\n`,
  rdf: (statements) => toRdfXml(unique(statements), namespaces),
  nt: (statements) => [...toLines(statements)].join(''),
};

export type Syntax = SyntaxName & { write: Write };

/** The ways to write a graph. */
export const syntaxes: readonly Syntax[] = syntaxNames.map((name) => ({ ...name, write: writers[name.extension] }));

export const syntaxOf = (extension: string): Syntax | null =>
  syntaxes.find((syntax) => syntax.extension === extension) ?? null;

/** The prefixes that a graph needs. */
function prefixesOf(statements: readonly Statement[]): Record<string, string> {
  const needed = (namespace: string) =>
    statements.some(
      ({ predicate, object }) =>
        predicate.value.startsWith(namespace) ||
        (object.termType === 'NamedNode' ? object.value : object.datatype.value).startsWith(namespace),
    );
  return Object.fromEntries(Object.entries(namespaces).filter(([, namespace]) => needed(namespace)));
}
