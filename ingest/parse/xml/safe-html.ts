const special = /[&<>"]/;

/** The one place where text becomes HTML. */
export function escapeHtml(text: string): string {
  if (!special.test(text)) return text;
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** A link that may be followed from a page: http, https, mailto; anything else is no link. */
export function safeHref(href: string | null | undefined): string | null {
  const trimmed = href?.trim();
  if (!trimmed || !/^(https?:\/\/[^\s]|mailto:[^\s])/i.test(trimmed)) return null;
  return URL.canParse(trimmed) ? trimmed : null;
}

/** Writes safe HTML and the plain text of the same content side by side: nothing reaches the HTML but through here. */
export class NoteWriter {
  html = '';
  text = '';
  private blank = true;
  private gapDue = false;

  /** Text as the source has it; white space collapses across elements. */
  words(raw: string): void {
    let words = /[\t\n\r]| {2}/.test(raw) ? raw.replace(/[ \t\r\n]+/g, ' ') : raw;
    if (this.blank && words.startsWith(' ')) words = words.slice(1);
    if (words === '') return;
    if (this.gapDue && !this.blank && !/^[\s),.;:\]]/.test(words)) words = ` ${words}`;
    this.gapDue = false;
    this.html += escapeHtml(words);
    this.text += words;
    this.blank = words.endsWith(' ');
  }

  /** What comes next stands apart from what was written, unless it is punctuation. */
  gap(): void {
    this.gapDue = true;
  }

  /** Mark-up of ours: `<p>`, `</em>`. */
  tag(markup: string): void {
    this.html += markup;
  }

  /** The start or end of a block: words on both sides stay apart in the text. */
  block(markup: string): void {
    this.html = this.html.endsWith(' ') ? this.html.slice(0, -1) + markup : this.html + markup;
    if (!this.blank && this.text !== '') this.text += ' ';
    this.blank = true;
    this.gapDue = false;
  }

  /** Takes back mark-up that turned out to hold nothing. */
  takeBack(length: number): void {
    this.html = this.html.slice(0, length);
  }

  /** What has been written, trimmed; null when there are no words in it. */
  done(): { html: string; text: string } | null {
    const text = this.text.trim();
    return text === '' ? null : { html: this.html.trim(), text };
  }
}
