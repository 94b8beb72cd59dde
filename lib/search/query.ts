import { normaliseCode } from './code.ts';
import { wordsOf } from './fold.ts';

/** What a reader typed, understood. */
export type QueryNode =
  | { kind: 'and'; parts: QueryNode[] }
  | { kind: 'or'; parts: QueryNode[] }
  | { kind: 'not'; part: QueryNode }
  /** One written word: it may give several folded words ("L'archivio", "E/2"), which then all count; `code` if it looks like one. */
  | { kind: 'text'; words: string[]; code: string | null }
  | { kind: 'phrase'; words: string[] }
  | { kind: 'prefix'; words: string[]; prefix: string };

export type QueryNotice =
  'unbalancedQuotes' | 'unbalancedParentheses' | 'strayOperator' | 'shortPrefix' | 'tooLong' | 'stopWordsOnly';

export interface ParsedQuery {
  /** Null when nothing searchable was typed: everything. */
  root: QueryNode | null;
  /** The whole of what was typed as a reference code, normalised; null when it cannot be one. */
  code: string | null;
  notices: QueryNotice[];
}

type Token =
  { kind: 'or' | 'and' | 'not' | 'open' | 'close' } | { kind: 'quote'; text: string } | { kind: 'word'; text: string };

/** Longer queries are cut: nobody types them, and every word costs. */
const longest = 1000;
const mostTokens = 64;
const deepest = 20;
const shortestPrefix = 2;

/** Reads words, "phrases", AND, OR, NOT, -word, prefix* and ( ). Never throws: what makes no sense is left out with a notice. */
export function parseQuery(typed: string): ParsedQuery {
  const notices = new Set<QueryNotice>();
  const tokens = tokenise(typed.slice(0, longest).normalize('NFC'), notices);
  if (typed.length > longest || tokens.length > mostTokens) notices.add('tooLong');
  const root = new Parser(tokens.slice(0, mostTokens), notices).parse();
  const code = typed.length > 200 || /["()*]/.test(typed) ? '' : normaliseCode(typed);
  return { root, code: code === '' ? null : code, notices: [...notices] };
}

function tokenise(text: string, notices: Set<QueryNotice>): Token[] {
  const tokens: Token[] = [];
  const pattern = /\s+|"([^"]*)"|[“«]([^”»]*)[”»]|(["“”«»])|(\()|(\))|([^\s"“”«»()]+)/gu;
  for (const match of text.matchAll(pattern)) {
    const [, straight, curly, loose, open, close, word] = match;
    const phrase = straight ?? curly;
    if (phrase !== undefined) tokens.push({ kind: 'quote', text: phrase });
    else if (loose) notices.add('unbalancedQuotes');
    else if (open) tokens.push({ kind: 'open' });
    else if (close) tokens.push({ kind: 'close' });
    else if (word === 'AND') tokens.push({ kind: 'and' });
    else if (word === 'OR') tokens.push({ kind: 'or' });
    else if (word === 'NOT') tokens.push({ kind: 'not' });
    else if (word !== undefined) {
      // "-word" leaves out; "1405-1797" and a lone dash do not. "-(" and -"phrase" come here as a lone dash stuck to what follows
      const stuck = /^[("“«]/.test(text.slice(match.index + 1));
      if (word === '-' ? stuck : /^-[\p{L}\p{N}]/u.test(word)) tokens.push({ kind: 'not' });
      if (word !== '-') tokens.push({ kind: 'word', text: word.replace(/^-/, '') });
    }
  }
  return tokens;
}

class Parser {
  private next = 0;

  constructor(
    private readonly tokens: readonly Token[],
    private readonly notices: Set<QueryNotice>,
  ) {}

  parse(): QueryNode | null {
    const parts: QueryNode[] = [];
    while (this.next < this.tokens.length) {
      const part = this.alternatives(0);
      if (part) parts.push(part);
      if (this.peek() === 'close') {
        this.notices.add('unbalancedParentheses');
        this.next++;
      }
    }
    return all(parts);
  }

  private peek(): Token['kind'] | undefined {
    return this.tokens[this.next]?.kind;
  }

  private alternatives(depth: number): QueryNode | null {
    const parts: QueryNode[] = [];
    for (;;) {
      const part = this.sequence(depth);
      if (part) parts.push(part);
      if (this.peek() !== 'or') break;
      this.next++;
      if (!part || this.peek() === undefined || this.peek() === 'close') this.notices.add('strayOperator');
    }
    return parts.length > 1 ? { kind: 'or', parts } : (parts[0] ?? null);
  }

  private sequence(depth: number): QueryNode | null {
    const parts: QueryNode[] = [];
    for (;;) {
      const kind = this.peek();
      if (kind === undefined || kind === 'or' || kind === 'close') return all(parts);
      if (kind === 'and') {
        this.next++;
        const after = this.peek();
        if (parts.length === 0 || after === undefined || after === 'close' || after === 'or')
          this.notices.add('strayOperator');
        continue;
      }
      const part = this.term(depth);
      if (part) parts.push(part);
    }
  }

  private term(depth: number): QueryNode | null {
    let negated = false;
    while (this.peek() === 'not') {
      negated = !negated;
      this.next++;
    }
    const token = this.tokens[this.next];
    if (!token || token.kind === 'or' || token.kind === 'and' || token.kind === 'close' || token.kind === 'not') {
      if (negated) this.notices.add('strayOperator');
      return null;
    }
    this.next++;
    const part =
      token.kind === 'quote' || token.kind === 'word'
        ? leaf(token.kind, token.text, this.notices)
        : this.bracket(depth + 1);
    return part && negated ? { kind: 'not', part } : part;
  }

  private bracket(depth: number): QueryNode | null {
    if (depth > deepest) {
      this.notices.add('tooLong');
      this.next = this.tokens.length;
      return null;
    }
    const inside = this.alternatives(depth);
    if (this.peek() === 'close') this.next++;
    else this.notices.add('unbalancedParentheses');
    return inside;
  }
}

function all(parts: QueryNode[]): QueryNode | null {
  return parts.length > 1 ? { kind: 'and', parts } : (parts[0] ?? null);
}

function leaf(kind: 'quote' | 'word', text: string, notices: Set<QueryNotice>): QueryNode | null {
  const words = wordsOf(text);
  const last = words.at(-1);
  if (last === undefined) return null;
  if (kind === 'quote') return { kind: 'phrase', words };
  if (text.endsWith('*')) {
    if (last.length >= shortestPrefix) return { kind: 'prefix', words: words.slice(0, -1), prefix: last };
    notices.add('shortPrefix');
  }
  return { kind: 'text', words, code: /\d/.test(text) ? normaliseCode(text) : null };
}
