import type { XmlElement } from '#ingest/parse/xml/element.ts';
import { fault } from '#ingest/parse/xml/fault.ts';
import { deepestElement, elementCost } from './frame.ts';

/** What stands before archdesc: `control` or `eadheader`, and front matter. */
export class EadHeader {
  /** The `ead` element with its header. */
  readonly element: XmlElement = { name: 'ead', attributes: {}, content: [], line: 0 };
  private readonly open_: XmlElement[] = [];
  private size = 0;

  constructor(private readonly maxSize: number) {}

  /** False until the root element has been met. */
  get started(): boolean {
    return this.open_.length > 0;
  }

  open(node: XmlElement): void {
    const parent = this.open_[this.open_.length - 1];
    if (!parent) {
      Object.assign(this.element, { attributes: node.attributes, line: node.line });
      this.open_.push(this.element);
      return;
    }
    this.grow(elementCost, node.line);
    const kept = this.open_.length > 1 || /^(control|eadheader|frontmatter)$/.test(node.name);
    if (kept && this.open_.length < deepestElement) parent.content.push(node);
    this.open_.push(node);
  }

  text(text: string): void {
    const parent = this.open_[this.open_.length - 1];
    if (!parent) return;
    this.grow(text.length, parent.line);
    parent.content.push(text);
  }

  close(): void {
    this.open_.pop();
  }

  private grow(size: number, line: number): void {
    this.size += size;
    if (this.size <= this.maxSize) return;
    throw fault(
      'header-too-large',
      `what stands before archdesc is larger than ${Math.round(this.maxSize / 1048576)} MiB`,
      {
        line,
      },
    );
  }
}
