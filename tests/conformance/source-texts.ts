import { readFileSync } from 'node:fs';
import { SaxesParser } from 'saxes';

/** A text of a file and the local names of the elements around it, the root first. */
export interface SourceText {
  path: string;
  text: string;
  line: number;
}

/** What a file says: of each unit in document order, its own words; and all that stands outside units. */
export interface SourceTexts {
  units: SourceText[][];
  outside: SourceText[];
}

const unit = /^(c|c0[1-9]|c1[012]|archdesc)$/;
const predefined: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Reads the texts of a file without any of the code that is tested. Named characters of DTDs count as blanks. */
export function textsOf(file: string): SourceTexts {
  const found: SourceTexts = { units: [], outside: [] };
  const path: string[] = [];
  const open: SourceText[][] = [];
  const parser = new SaxesParser({ xmlns: false });
  parser.ENTITIES = new Proxy(predefined, { get: (table, name) => table[String(name)] ?? ' ' });
  parser.on('opentag', ({ name }) => {
    const local = name.slice(name.indexOf(':') + 1);
    path.push(local);
    if (!unit.test(local)) return;
    open.push([]);
    found.units.push(open.at(-1) as SourceText[]);
  });
  parser.on('closetag', () => {
    if (unit.test(path.pop() ?? '')) open.pop();
  });
  const take = (text: string) => {
    if (!/[\p{L}\p{N}]/u.test(text)) return;
    (open.at(-1) ?? found.outside).push({ path: path.join('/'), text, line: parser.line });
  };
  parser.on('text', take);
  parser.on('cdata', take);
  parser.write(readFileSync(file, 'utf8').replace(/^\ufeff/, '')).close();
  return found;
}

/** Letters and digits alone: mark-up, blanks and punctuation may differ between a source and its draft. */
export function folded(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}
