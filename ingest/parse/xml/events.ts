import { SaxesParser } from 'saxes';
import { entityTable, looseAmpersand } from './entities.ts';
import { declaredAddresses } from './declared-addresses.ts';
import { fault } from './fault.ts';
import { NamespaceScope } from './namespaces.ts';

/** No character has a longer name. */
const longestEntity = 64;

export interface OpenedElement {
  namespace: string;
  name: string;
  attributes: Record<string, string>;
  line: number;
}

/** Takes a document as it is read. */
export interface ElementHandler {
  open(element: OpenedElement): void;
  text(text: string): void;
  close(): void;
}

/** Elements within one another; the deepest real finding aid known has 24. The parser keeps each that is open. */
const deepest = 100_000;

/** Reads XML text piece by piece; anything that is not well-formed is thrown as a fault with its line. */
export class XmlEvents {
  private readonly parser = new SaxesParser({ xmlns: false, position: true });
  private readonly scope = new NamespaceScope();
  private depth = 0;
  /** What `entityref` stands for. */
  private addresses: ReadonlyMap<string, string> = new Map();
  /** Names of characters that only a DTD would define, with the line of the first. */
  readonly namedEntities = { count: 0, line: 0, name: '' };

  constructor(handler: ElementHandler) {
    const parser = this.parser;
    parser.ENTITIES = entityTable(
      (name) => {
        if (this.namedEntities.count++ === 0) Object.assign(this.namedEntities, { line: parser.line, name });
      },
      () => parser.line,
    );
    parser.on('error', (error) => {
      const reason = error.message.replace(/^(?:[^:]*:)?\d+:\d+: /, '').replace(/\.$/, '');
      throw fault('malformed', `not well-formed XML: ${reason}`, { line: parser.line });
    });
    parser.on('doctype', (declarations) => (this.addresses = declaredAddresses(declarations)));
    parser.on('opentag', (tag) => {
      const line = parser.line;
      if (++this.depth > deepest)
        throw fault('too-deep', `elements stand more than ${deepest} deep within one another`, { line });
      const { namespace, local, attributes } = this.scope.enter(tag.name, tag.attributes, line);
      const address = attributes['entityref'] && this.addresses.get(attributes['entityref']);
      if (address && attributes['href'] === undefined) attributes['href'] = address;
      handler.open({ namespace, name: local, attributes, line });
    });
    parser.on('closetag', () => {
      this.depth--;
      handler.close();
      this.scope.leave();
    });
    const take = (text: string) => handler.text(text);
    parser.on('text', take);
    parser.on('cdata', take);
  }

  get line(): number {
    return this.parser.line;
  }

  write(text: string): void {
    this.parser.write(text);
    if (this.openEntity.length > longestEntity) throw looseAmpersand(this.openEntity, this.parser.line);
  }

  end(): void {
    if (this.openEntity !== '') throw looseAmpersand(this.openEntity, this.parser.line);
    this.parser.close();
  }

  /** What has been read after an & without a semicolon; the parser keeps it to itself, for as long as the file goes on. */
  private get openEntity(): string {
    return (this.parser as unknown as { entity?: string }).entity ?? '';
  }
}
