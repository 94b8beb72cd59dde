import { fault, type SourceFault } from './fault.ts';

/**
 * Keeps one endless run of text from filling the memory: the XML parser holds a text until the next tag, so once a run is longer
 * than a unit may be, the rest of it is left out here. The unit is too large already and will be quarantined for it.
 */
export class LongTextFilter {
  private run = 0;
  private dropping = false;
  private cut = false;

  constructor(private readonly limit: number) {}

  /** Whether anything was left out since the last time this was asked. */
  takeCut(): boolean {
    const cut = this.cut;
    this.cut = false;
    return cut;
  }

  /** The text without what is beyond the limit; line breaks stay, so that line numbers stay right. */
  pass(text: string): string {
    if (this.dropping) return this.drop(text, 0);
    const tag = text.lastIndexOf('<');
    this.run = tag < 0 ? this.run + text.length : text.length - tag;
    if (tag >= 0 || this.run <= this.limit) return text;
    // Cut after white space: never within an entity.
    const cut = text.search(/\s/);
    if (cut >= 0) return text.slice(0, cut + 1) + this.drop(text, cut + 1);
    if (this.run > 2 * this.limit) throw endless(this.run);
    return text;
  }

  private drop(text: string, from: number): string {
    this.dropping = true;
    this.cut = true;
    const end = text.slice(from).search(/[<>]/);
    const dropped = end < 0 ? text.slice(from) : text.slice(from, from + end);
    const breaks = '\n'.repeat(dropped.split('\n').length - 1);
    if (end < 0) return breaks;
    this.dropping = false;
    this.run = 0;
    // `]]>` and `-->` end what was cut, so their first two characters stay.
    const closing = /(\]\]|--)$/.exec(dropped)?.[0] ?? '';
    return breaks + closing + this.pass(text.slice(from + end));
  }
}

/** A name, an attribute or a comment may be as long as it likes in XML, but not in the memory of a machine. */
function endless(length: number): SourceFault {
  const mebibytes = Math.floor(length / 1048576);
  return fault('endless', `more than ${mebibytes} MiB without a tag or a blank: no finding aid is written so`);
}
