import { DataFactory, Writer } from 'n3';
import type { Statement } from '#lib/records/rdf/terms.ts';

const { literal, namedNode } = DataFactory;

/** Statements as Turtle (RDF 1.1). Names that could not be read back shortened stand whole, which the library sees to. */
export function toTurtle(statements: readonly Statement[], prefixes: Readonly<Record<string, string>>): string {
  const writer = new Writer({ prefixes: { ...prefixes } });
  for (const { subject, predicate, object } of statements)
    writer.addQuad(
      namedNode(subject.value),
      namedNode(predicate.value),
      object.termType === 'NamedNode'
        ? namedNode(object.value)
        : literal(object.value, object.language || namedNode(object.datatype.value)),
    );
  let turtle = '';
  // Without a stream to write to it is called before `end` returns.
  writer.end((error: Error | null, written: string) => {
    if (error) throw error;
    turtle = written;
  });
  return turtle;
}
