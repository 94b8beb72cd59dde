import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { toMarkup } from '#lib/records/markup-text.ts';

/** What a parser reads of a text written as content and as an attribute. */
function readBack(text: string): { content: string; attribute: string } {
  const read = { content: '', attribute: '' };
  const parser = new SaxesParser();
  parser.on('text', (part) => (read.content += part));
  parser.on('opentag', ({ attributes }) => (read.attribute = attributes.said ?? ''));
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(`<a said="${toMarkup(text)}">${toMarkup(text)}</a>`).close();
  return read;
}

describe('text as markup', () => {
  it.each([
    ['Del <venerdì> & "basta"', 'Del &lt;venerdì&gt; &amp; &quot;basta&quot;'],
    ['riga\r\nnuova\t', 'riga&#13;&#10;nuova&#9;'],
    ['a\u0000b\u000Bc\uFFFE\uD800', 'a\uFFFDb\uFFFDc\uFFFD\uFFFD'],
  ])('%j', (text, markup) => expect(toMarkup(text)).toBe(markup));

  it('is read back by a parser as it was, in content and attributes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        // eslint-disable-next-line no-control-regex -- what XML has no character for
        fc.pre(text.isWellFormed() && !/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/.test(text));
        expect(readBack(text)).toEqual({ content: text, attribute: text });
      }),
    );
  });
});
