import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileQuery, queryWords } from '#lib/search/postgres-query.ts';
import { parseQuery, type QueryNode } from '#lib/search/query.ts';

/** A query as one line, to be read. */
function shown(node: QueryNode | null): string {
  if (!node) return '∅';
  switch (node.kind) {
    case 'and':
      return `(${node.parts.map(shown).join(' & ')})`;
    case 'or':
      return `(${node.parts.map(shown).join(' | ')})`;
    case 'not':
      return `!${shown(node.part)}`;
    case 'phrase':
      return `"${node.words.join(' ')}"`;
    case 'prefix':
      return [...node.words, `${node.prefix}*`].join('+');
    case 'text':
      return node.words.join('+') + (node.code ? `#${node.code}` : '');
  }
}

describe('parseQuery', () => {
  it.each([
    ['', '∅', []],
    ['   ', '∅', []],
    ['Estimo Catasto', '(estimo & catasto)', []],
    ['estimo AND catasto', '(estimo & catasto)', []],
    ['estimo OR catasto prato', '(estimo | (catasto & prato))', []],
    ['estimo and catasto', '(estimo & and & catasto)', []],
    ['NOT estimo', '!estimo', []],
    ['NOT NOT estimo', 'estimo', []],
    ['-estimo', '!estimo', []],
    ['-(estimo OR prato)', '!(estimo | prato)', []],
    ['-"libro dei conti"', '!"libro dei conti"', []],
    ['1405-1797', '1405+1797#1405-1797', []],
    ["l'archivio", 'l+archivio', []],
    ['“tre libri”', '"tre libri"', []],
    ['«tre libri»', '"tre libri"', []],
    ['archiv*', 'archiv*', []],
    ["l'archiv*", 'l+archiv*', []],
    ['E/2', 'e+2#e/2', []],
    ['((a) b)', '(a & b)', []],
    ['a*', 'a', ['shortPrefix']],
    ['"libro dei', '(libro & dei)', ['unbalancedQuotes']],
    ['(libro', 'libro', ['unbalancedParentheses']],
    ['libro)', 'libro', ['unbalancedParentheses']],
    ['OR libro', 'libro', ['strayOperator']],
    ['libro OR', 'libro', ['strayOperator']],
    ['libro NOT', 'libro', ['strayOperator']],
    ['AND', '∅', ['strayOperator']],
    ['…!?', '∅', []],
    ['-', '∅', []],
  ])('%s', (typed, expected, notices) => {
    const parsed = parseQuery(typed);
    expect(shown(parsed.root)).toBe(expected);
    expect(parsed.notices).toEqual(notices);
  });

  it('cuts what nobody types', () => {
    expect(parseQuery('parola '.repeat(1000)).notices).toEqual(['tooLong']);
    expect(parseQuery('('.repeat(900)).notices).toContain('tooLong');
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (typed) => parseQuery(typed).notices.length >= 0));
  });
});

describe('compileQuery', () => {
  const stops = new Set(['di', 'dei', 'il', 'e', 'l']);
  const stemOf = (word: string) => (stops.has(word) ? null : word.replace(/[aeiou]+$/, ''));
  const compile = (q: string, filters = {}) => compileQuery(parseQuery(q), { filters, within: null }, stemOf);

  it.each([
    ['estimo', "(estim | '#estimo')", "'t:estim'"],
    ['estimo catasto', "((estim & catast) | '#estimo catasto')", "('t:estim' & 't:catast')"],
    ['estimo OR prato', "((estim | prat) | '#estimo or prato')", "('t:estim' | 't:prat')"],
    ['"libro dei conti"', '(libr <2> cont)', "('t:libr' & 't:cont')"],
    ['archivi*', '(archivi:* | archiv)', "('t:archivi':* | 't:archiv')"],
    ['E/2', "((2 | '#e/2') | '#e/2')", "'t:2'"],
    ['di il', null, null],
  ])('%s', (q, words, title) => {
    const compiled = compile(q);
    expect(compiled.words).toBe(words);
    expect(compiled.title).toBe(title);
  });

  it('bounds a query of exclusions by the sample marks', () => {
    expect(compile('-estimo').words).toMatch(/^\(\(!\(estim\) & \('~0' \| .*'~15'\)\) \|/);
  });

  it('quotes filters whatever they hold, and folds labels', () => {
    const { filters } = compile('', { subject: ["Città dell'\\ \0 Arno"], level: ['file', 'item'] });
    expect(filters.subject).toBe("'@subject:citta dell''\\\\  arno'");
    expect(filters.level).toBe("('@level:file' | '@level:item')");
  });

  it('knows all words that must be stemmed', () => {
    expect(queryWords(parseQuery('a (b OR "c d") -e f*').root)).toEqual(['a', 'b', 'c', 'd', 'e', 'f']);
  });
});
