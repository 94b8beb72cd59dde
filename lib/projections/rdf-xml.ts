import { toMarkup } from '#lib/records/markup-text.ts';
import { xsdString, type Literal, type NamedNode, type Statement } from '#lib/records/rdf/terms.ts';

const rdfNamespace = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';

/**
 * Statements as RDF/XML (RDF 1.1 XML Syntax), the vocabularies that are used declared on the root. Written here: no library that is kept writes it
 * (looked for on 2026-11-26).
 * @param declaration whether the XML declaration goes before it; not where it stands inside another document
 */
export function toRdfXml(
  statements: readonly Statement[],
  prefixes: Readonly<Record<string, string>>,
  { declaration = true } = {},
): string {
  const names = new Names(prefixes);
  const bySubject = new Map<string, string[]>();
  for (const statement of statements) {
    const { value } = statement.subject;
    const told = bySubject.get(value) ?? [];
    told.push(property(statement, names));
    bySubject.set(value, told);
  }
  const things = [...bySubject].map(
    ([subject, told]) => `<rdf:Description rdf:about="${toMarkup(subject)}">\n${told.join('')}</rdf:Description>\n`,
  );
  const head = declaration ? '<?xml version="1.0" encoding="UTF-8"?>\n' : '';
  return `${head}<rdf:RDF${names.declarations()}>\n${things.join('')}</rdf:RDF>${declaration ? '\n' : ''}`;
}

function property({ predicate, object }: Statement, names: Names): string {
  const name = names.of(predicate);
  return object.termType === 'NamedNode'
    ? `  <${name} rdf:resource="${toMarkup(object.value)}"/>\n`
    : `  <${name}${kindOf(object)}>${toMarkup(object.value)}</${name}>\n`;
}

function kindOf({ language, datatype }: Literal): string {
  if (language) return ` xml:lang="${language}"`;
  return datatype.value === xsdString ? '' : ` rdf:datatype="${toMarkup(datatype.value)}"`;
}

/** Qualified names of properties, and the namespaces that they need. */
class Names {
  private readonly used = new Map<string, string>([[rdfNamespace, 'rdf']]);
  private readonly known: Map<string, string>;

  constructor(prefixes: Readonly<Record<string, string>>) {
    this.known = new Map(Object.entries(prefixes).map(([prefix, namespace]) => [namespace, prefix]));
  }

  of(predicate: NamedNode): string {
    const [, namespace = '', local = ''] = /^(.*[^\w-])([A-Za-z_][\w-]*)$/.exec(predicate.value) ?? [];
    if (local === '') throw new Error(`${predicate.value} can be no element of XML`);
    let prefix = this.used.get(namespace);
    if (prefix === undefined) {
      prefix = this.known.get(namespace) ?? `ns${this.used.size}`;
      this.used.set(namespace, prefix);
    }
    return `${prefix}:${local}`;
  }

  declarations(): string {
    return [...this.used].map(([namespace, prefix]) => ` xmlns:${prefix}="${toMarkup(namespace)}"`).join('');
  }
}
