import { attribute, type XmlElement } from './element.ts';
import { emphasis, isBlock, standsFor } from './rich-elements.ts';
import { systemCode, type FoundCode } from './system-codes.ts';
import { NoteWriter, escapeHtml, safeHref } from './safe-html.ts';
import { tableBlock } from './rich-table.ts';
import { list, chronology, definitions } from './rich-list.ts';

type Content = XmlElement['content'];

/** Elements that stand side by side where no block may be told from the next by its mark-up. */
const apart =
  /^(row|entry|drow|dentry|indexentry|event|eventgrp|chronitem|unittitle|unitdate|unitid|container|physloc|origination)$/;

/** Turns what EAD and EAC allow in prose into a small set of safe HTML; one per note. */
export class RichText {
  readonly out = new NoteWriter();
  readonly codes: FoundCode[] = [];
  private inParagraph = false;
  private inLink = false;
  /** What the reference that is being written is called by its source. */
  private linkType: string | null = null;

  /** Blocks and loose words one after the other; loose words become paragraphs. */
  flow(content: Content): void {
    const outer = this.inParagraph;
    for (const part of content) {
      if (typeof part !== 'string' && isBlock(part)) {
        this.endParagraph();
        this.blockElement(part);
      } else if (typeof part === 'string' ? part.trim() !== '' || this.inParagraph : true) {
        this.startParagraph();
        this.inlinePart(part);
      }
    }
    if (!outer) this.endParagraph();
  }

  /** Words and phrases only: blocks within are run together. */
  phrase(content: Content): void {
    for (const part of content) this.inlinePart(part);
  }

  /** Content of a list item or cell: paragraphs only where it has blocks. */
  item(content: Content): void {
    if (content.some((part) => typeof part !== 'string' && isBlock(part))) this.flow(content);
    else this.phrase(content);
  }

  /** An element of our own mark-up that was written out as an `emph`, as it was. */
  private restore(element: XmlElement): boolean {
    const own = standsFor(element);
    if (own === null) return false;
    const lang = attribute(element, 'lang');
    const start =
      lang !== null && /^[A-Za-z-]{2,12}$/.test(lang) ? `<${own.tag} lang="${escapeHtml(lang)}">` : `<${own.tag}>`;
    if (own.block) this.out.block(start);
    else this.out.tag(start);
    this.phrase(element.content);
    if (own.block) this.out.block(`</${own.tag}>`);
    else this.out.tag(`</${own.tag}>`);
    return true;
  }

  private startParagraph(): void {
    if (this.inParagraph) return;
    this.out.block('<p>');
    this.inParagraph = true;
  }

  private endParagraph(): void {
    if (!this.inParagraph) return;
    this.out.block('</p>');
    this.inParagraph = false;
    // A paragraph of mere codes or blanks leaves nothing.
    if (this.out.html.endsWith('<p></p>')) this.out.html = this.out.html.slice(0, -7);
  }

  private blockElement(element: XmlElement): void {
    if (this.restore(element)) return;
    switch (element.name) {
      case 'list':
        return list(this, element);
      case 'deflist':
        return definitions(this, element);
      case 'chronlist':
      case 'chronList':
        return chronology(this, element);
      case 'table':
        return tableBlock(this, element);
      case 'blockquote':
        this.out.block('<blockquote>');
        this.flow(element.content);
        return this.out.block('</blockquote>');
      case 'address':
        this.out.block('<p>');
        this.lines(element);
        return this.out.block('</p>');
      case 'head':
        this.out.block('<p><b>');
        this.phrase(element.content);
        return this.out.block('</b></p>');
      default:
        this.named(element, () => this.flow(element.content));
    }
  }

  /** Codes within are called what this element is called. */
  private named(element: XmlElement, write: () => void): void {
    const outer = this.linkType;
    this.linkType = attribute(element, 'altrender', 'relator') ?? outer;
    write();
    this.linkType = outer;
  }

  private lines(address: XmlElement): void {
    let before = false;
    for (const part of address.content) {
      if (typeof part === 'string') continue;
      if (before) this.out.block('<br>');
      this.phrase(part.content);
      before = true;
    }
  }

  private inlinePart(part: XmlElement | string): void {
    if (typeof part === 'string') return this.out.words(part);
    if (this.restore(part) || this.isCode(part)) return;
    switch (part.name) {
      case 'lb':
        return this.out.block('<br>');
      case 'emph':
        return this.wrapped(part, emphasis(attribute(part, 'render')));
      case 'title':
        return this.wrapped(part, emphasis(attribute(part, 'render') ?? 'italic'));
      case 'quote':
        return this.wrapped(part, ['q']);
      case 'foreign':
      case 'span':
        return this.language(part);
      case 'ref':
      case 'extref':
      case 'ptr':
      case 'extptr':
      case 'archref':
      case 'bibref':
      case 'reference':
        return this.link(part);
      case 'footnote':
      case 'note':
        this.out.words(' (');
        this.phrase(part.content);
        return this.out.words(')');
      case 'part':
      case 'p':
      case 'item':
      case 'footnotes':
        this.phrase(part.content);
        return this.out.gap();
      case 'namegrp':
      case 'ptrgrp':
        for (const one of part.content) {
          this.inlinePart(one);
          this.out.gap();
        }
        return;
      case 'dao':
      case 'daogrp':
      case 'daoset':
        return;
      default:
        // A class of a filing plan is its code, with or without words.
        if (/Classificazione/.test(part.attributes['localtype'] ?? ''))
          this.out.words(`${part.attributes['identifier'] ?? ''} `);
        this.named(part, () => this.phrase(part.content));
        if (apart.test(part.name)) this.out.gap();
    }
  }

  /** An element that holds nothing but another description's code: noted, not shown. */
  private isCode(element: XmlElement): boolean {
    const [only] = element.content;
    if (element.content.length !== 1 || typeof only !== 'string' || !systemCode.test(only.trim())) return false;
    const own = attribute(element, 'linktitle', 'linkRole', 'localtype', 'localType', 'relator', 'altrender');
    const label = element.name === 'part' ? (this.linkType ?? own) : (own ?? this.linkType);
    this.codes.push({ value: only.trim(), label, linked: /^(ref|reference|bibref|archref)$/.test(element.name) });
    return true;
  }

  private wrapped(element: XmlElement, tags: string[]): void {
    const { text } = this.out;
    const before = this.out.html.length;
    for (const tag of tags) this.out.tag(`<${tag}>`);
    this.phrase(element.content);
    if (this.out.text === text) return this.out.takeBack(before);
    for (const tag of tags.toReversed()) this.out.tag(`</${tag}>`);
  }

  private language(element: XmlElement): void {
    const lang = attribute(element, 'lang', 'languageOfElement');
    if (lang === null || !/^[A-Za-z-]{2,12}$/.test(lang))
      return this.wrapped(element, emphasis(attribute(element, 'style', 'render')));
    this.out.tag(`<span lang="${escapeHtml(lang)}">`);
    this.phrase(element.content);
    this.out.tag('</span>');
  }

  private link(element: XmlElement): void {
    // A link within a link is none.
    const href = this.inLink ? null : safeHref(attribute(element, 'href', 'url'));
    const before = this.out.text;
    const outer = this.linkType;
    this.linkType = attribute(element, 'altrender', 'localtype') ?? outer;
    if (href !== null) this.out.tag(`<a href="${escapeHtml(href)}">`);
    this.inLink ||= href !== null;
    this.phrase(
      element.content.filter(
        (part) => href === null || typeof part === 'string' || !/^(ref|extref|ptr|extptr)$/.test(part.name),
      ),
    );
    this.linkType = outer;
    if (href === null) return;
    this.inLink = false;
    if (this.out.text === before) this.out.words(attribute(element, 'linktitle', 'title') ?? href);
    this.out.tag('</a>');
  }
}
