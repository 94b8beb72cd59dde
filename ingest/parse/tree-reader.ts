import type { Draft, Problem } from '#ingest/draft.ts';
import type { XmlElement } from './xml/element.ts';
import type { ElementHandler, OpenedElement } from './xml/events.ts';
import { fault } from './xml/fault.ts';

/** What one small document (an authority record, an institution) becomes. */
export type DocumentMapping = (root: XmlElement) => Draft[];

/** Authority records are nested as prose is; beyond this only their words are kept. */
const deepest = 300;

/** Reads a whole element into memory, up to a size, and maps it when it ends. */
export class TreeReader implements ElementHandler {
  private readonly stack: XmlElement[] = [];
  private root: XmlElement | null = null;
  private size = 0;
  private flattened = 0;
  readonly units = 0;

  constructor(
    private readonly emit: (draft: Draft) => void,
    private readonly map: DocumentMapping,
    private readonly maxSize: number,
  ) {}

  open({ name, attributes, line }: OpenedElement): void {
    if (this.flattened > 0 || this.stack.length >= deepest) {
      this.flattened++;
      return;
    }
    const element: XmlElement = { name, attributes, content: [], line };
    this.grow(96 + Object.values(attributes).reduce((sum, value) => sum + value.length, 0), line);
    this.stack[this.stack.length - 1]?.content.push(element);
    this.root ??= element;
    this.stack.push(element);
  }

  text(text: string): void {
    const parent = this.stack[this.stack.length - 1];
    if (!parent) return;
    this.grow(text.length, parent.line);
    parent.content.push(text);
  }

  close(): void {
    if (this.flattened > 0) this.flattened--;
    else this.stack.pop();
  }

  finish(): void {
    if (this.root) for (const draft of this.map(this.root)) this.emit(draft);
  }

  /** The element as read, for those who need no mapping. */
  get element(): XmlElement | null {
    return this.root;
  }

  private grow(size: number, line: number): void {
    this.size += size;
    if (this.size > this.maxSize)
      throw fault('record-too-large', `a record larger than ${Math.round(this.maxSize / 1048576)} MiB`, { line });
  }
}

/** A document of which nothing can be loaded, as a quarantined unit with its reason. */
export function refused(problem: Problem, raw: string): Draft {
  return { kind: 'quarantined', problem, units: 1, componentId: null, parentOrdinal: null, raw };
}
