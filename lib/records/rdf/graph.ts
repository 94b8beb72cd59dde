import type { Literal, NamedNode, Statement } from './terms.ts';
import { rdf } from './vocabularies.ts';

/** Statements as a projection makes them, in its order: the same view gives the same ones. */
export class Graph {
  readonly statements: Statement[] = [];

  /** What is not there is not said. */
  add(subject: NamedNode, predicate: NamedNode, object: NamedNode | Literal | null): this {
    if (object) this.statements.push({ subject, predicate, object });
    return this;
  }

  /** One statement for each. */
  each(subject: NamedNode, predicate: NamedNode, objects: readonly (NamedNode | Literal | null)[]): this {
    for (const object of objects) this.add(subject, predicate, object);
    return this;
  }

  /** What a thing is. */
  type(subject: NamedNode, ...classes: NamedNode[]): this {
    return this.each(subject, rdf('type'), classes);
  }
}
