import { Parser } from 'htmlparser2';

/** Takes HTML as it is read, whether or not it is well-formed: what is left open is closed where HTML closes it. */
export interface HtmlHandler {
  open(name: string, attributes: Record<string, string>): void;
  text(text: string): void;
  close(): void;
}

/** Reads HTML or XHTML, names in lower case. Nothing that a DOCTYPE declares is looked up. */
export function readHtml(text: string, handler: HtmlHandler): void {
  const parser = new Parser(
    {
      onopentag: (name, attributes) => handler.open(name, attributes),
      ontext: (data) => handler.text(data),
      onclosetag: () => handler.close(),
    },
    { decodeEntities: true, recognizeSelfClosing: true },
  );
  const chunk = 64 * 1024;
  for (let from = 0; from < text.length; from += chunk) parser.write(text.slice(from, from + chunk));
  parser.end();
}
