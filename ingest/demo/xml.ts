const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** The one place where text becomes XML. */
export function escape(text: string): string {
  return text.replace(/[&<>"]/g, (character) => ESCAPES[character] ?? character);
}

export type Attributes = Readonly<Record<string, string | undefined>>;

/** An element around ready XML. */
export function wrap(name: string, attributes: Attributes, ...content: readonly string[]): string {
  const written = Object.entries(attributes)
    .map(([key, value]) => (value === undefined ? '' : ` ${key}="${escape(value)}"`))
    .join('');
  const inner = content.filter((part) => part !== '').join('');
  return inner === '' ? `<${name}${written}/>` : `<${name}${written}>${inner}</${name}>`;
}

/** An element around plain text; nothing when there is no text. */
export function leaf(name: string, text: string | undefined, attributes: Attributes = {}): string {
  return text === undefined || text === '' ? '' : wrap(name, attributes, escape(text));
}

/** Breaks lines before block elements, so that the files can be read and compared by eye. Mixed content is left as it is. */
export function lay(xml: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${xml.replace(/(<\/[\w:]+>|\/>)(?=<(?!\/))/g, '$1\n')}\n`;
}
