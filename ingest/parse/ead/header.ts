import type { XmlElement } from '#ingest/parse/xml/element.ts';
import { deepestElement } from './frame.ts';

/** What stands before archdesc: `control` or `eadheader` are kept, front matter is not. */
export class EadHeader {
  /** The `ead` element with its header. */
  readonly element: XmlElement = { name: 'ead', attributes: {}, content: [], line: 0 };
  private readonly open_: XmlElement[] = [];

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
    const kept = this.open_.length > 1 || node.name === 'control' || node.name === 'eadheader';
    if (kept && this.open_.length < deepestElement) parent.content.push(node);
    this.open_.push(node);
  }

  text(text: string): void {
    this.open_[this.open_.length - 1]?.content.push(text);
  }

  close(): void {
    this.open_.pop();
  }
}
