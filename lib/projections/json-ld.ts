import { rdfLangString, xsdString, type Literal, type NamedNode, type Statement } from '#lib/records/rdf/terms.ts';

const typeIri = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type';

type Value = string | { '@id': string } | { '@value': string; '@language'?: string; '@type'?: string };
type Node = Record<string, string | Value[] | string[]>;

/** Statements as JSON-LD 1.1: one node for each thing, its properties by prefix, always in lists, so that programs need not ask which it is. */
export function toJsonLd(
  statements: readonly Statement[],
  prefixes: Readonly<Record<string, string>>,
): Record<string, unknown> {
  const nodes = new Map<string, Node>();
  const used = new Set<string>();
  const short = shortener(prefixes, used);
  for (const { subject, predicate, object } of statements) {
    const node = nodes.get(subject.value) ?? { '@id': subject.value };
    nodes.set(subject.value, node);
    if (predicate.value === typeIri) append(node, '@type', short(object.value));
    else append(node, short(predicate.value), valueOf(object));
  }
  const context = Object.fromEntries(Object.entries(prefixes).filter(([prefix]) => used.has(prefix)));
  return { '@context': context, '@graph': [...nodes.values()] };
}

function append(node: Node, key: string, value: Value): void {
  const list = node[key];
  if (Array.isArray(list)) (list as Value[]).push(value);
  else node[key] = [value];
}

function valueOf(object: NamedNode | Literal): Value {
  if (object.termType === 'NamedNode') return { '@id': object.value };
  if (object.language) return { '@value': object.value, '@language': object.language };
  const type = object.datatype.value;
  return type === xsdString || type === rdfLangString
    ? { '@value': object.value }
    : { '@value': object.value, '@type': type };
}

function shortener(prefixes: Readonly<Record<string, string>>, used: Set<string>): (iri: string) => string {
  const known = Object.entries(prefixes);
  return (iri) => {
    const found = known.find(
      ([, namespace]) => iri.startsWith(namespace) && /^[A-Za-z]\w*$/.test(iri.slice(namespace.length)),
    );
    if (!found) return iri;
    const [prefix, namespace] = found;
    used.add(prefix);
    return `${prefix}:${iri.slice(namespace.length)}`;
  };
}
