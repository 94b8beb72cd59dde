import fc from 'fast-check';
import { expect, it } from 'vitest';
import { escapeHtml, safeHref } from '#ingest/parse/xml/safe-html.ts';
import { readUnit } from './read-text.ts';

const noteOf = async (content: string) => (await readUnit(`<odd>${content}</odd>`)).description.elements.note?.[0];

it.each<[string, string, string]>([
  ['<p>uno  due\n tre</p>', '<p>uno due tre</p>', 'uno due tre'],
  ['parole sciolte', '<p>parole sciolte</p>', 'parole sciolte'],
  ['<p>a</p><p>b</p>', '<p>a</p><p>b</p>', 'a b'],
  ['<p>a &lt;b&gt; &amp; "c"</p>', '<p>a &lt;b&gt; &amp; &quot;c&quot;</p>', 'a <b> & "c"'],
  ['<p>a<lb/>b</p>', '<p>a<br>b</p>', 'a b'],
  [
    '<p><emph>a</emph> <emph render="bold">b</emph> <emph render="super">c</emph> <emph render="bolditalic">d</emph></p>',
    '<p><em>a</em> <strong>b</strong> <sup>c</sup> <strong><em>d</em></strong></p>',
    'a b c d',
  ],
  [
    '<p>in <title><part>Opera</part><part>Tomo</part></title>, p. 3</p>',
    '<p>in <em>Opera Tomo</em>, p. 3</p>',
    'in Opera Tomo, p. 3',
  ],
  ['<p>a <list><item>b</item><item>c</item></list> d</p>', '<p>a</p><ul><li>b</li><li>c</li></ul><p>d</p>', 'a b c d'],
  [
    '<list listtype="ordered"><head>H</head><item><p>b</p></item></list>',
    '<p><b>H</b></p><ol><li><p>b</p></li></ol>',
    'H b',
  ],
  ['<list><defitem><label>l</label><item>i</item></defitem></list>', '<dl><dt>l</dt><dd>i</dd></dl>', 'l i'],
  [
    '<chronlist><chronitem><datesingle>1900</datesingle><event>nasce</event></chronitem></chronlist>',
    '<dl><dt>1900</dt><dd>nasce</dd></dl>',
    '1900 nasce',
  ],
  [
    '<table><tgroup><thead><row><entry>A</entry></row></thead><tbody><row><entry>1</entry></row></tbody></tgroup></table>',
    '<table><thead><tr><th>A</th></tr></thead><tbody><tr><td>1</td></tr></tbody></table>',
    'A 1',
  ],
  [
    '<address><addressline>Via 1</addressline><addressline>Padova</addressline></address>',
    '<p>Via 1<br>Padova</p>',
    'Via 1 Padova',
  ],
  ['<blockquote><p>q</p></blockquote>', '<blockquote><p>q</p></blockquote>', 'q'],
  [
    '<p><ref href="https://x.it/?a=1&amp;b=2">qui</ref></p>',
    '<p><a href="https://x.it/?a=1&amp;b=2">qui</a></p>',
    'qui',
  ],
  ['<p><ref href="javascript:alert(1)">qui</ref></p>', '<p>qui</p>', 'qui'],
  ['<p><ptr href="https://x.it/"/></p>', '<p><a href="https://x.it/">https://x.it/</a></p>', 'https://x.it/'],
  ['<p><foreign lang="lat">Item</foreign></p>', '<p><span lang="lat">Item</span></p>', 'Item'],
  ['<p>a<footnote><p>nota</p></footnote></p>', '<p>a (nota)</p>', 'a (nota)'],
  ['<p>x <persname><part>Tizio</part></persname>, y</p>', '<p>x Tizio, y</p>', 'x Tizio, y'],
])('%s', async (content, html, text) => expect(await noteOf(content)).toEqual({ html, text }));

it.each(['<p/>', '<p> \n </p>', '', '<p><emph/></p>'])('%j says nothing', async (content) =>
  expect(await noteOf(content)).toBeUndefined(),
);

it.each<[string | null, string | null]>([
  ['https://x.it/a b', 'https://x.it/a b'],
  [' http://x.it/ ', 'http://x.it/'],
  ['mailto:a@b.it', 'mailto:a@b.it'],
  ['javascript:alert(1)', null],
  ['data:text/html,x', null],
  ['//x.it', null],
  ['http://', null],
  [null, null],
])('link %s → %s', (href, safe) => expect(safeHref(href)).toBe(safe));

const allowed =
  /<\/?(?:p|br|em|strong|i|b|sup|sub|q|ul|ol|li|dl|dt|dd|table|thead|tbody|tr|th|td|blockquote)>|<a href="(?:https?:\/\/|mailto:)[^"<>]*">|<\/a>|<span lang="[A-Za-z-]+">|<\/span>/g;
const names = fc.constantFrom(
  'p',
  'emph',
  'list',
  'item',
  'ref',
  'title',
  'script',
  'table',
  'row',
  'entry',
  'lb',
  'foreign',
  'chronlist',
  'chronitem',
  'img',
  'head',
  'quote',
  'address',
  'iframe',
);
const attributes = fc.constantFrom(
  '',
  ' href="javascript:x"',
  ' href="https://x.it/&quot;&gt;&lt;script&gt;"',
  ' lang="&quot; onload=&quot;x"',
  ' onclick="x"',
  ' render="bold"',
  ' style="x"',
);
const { node } = fc.letrec<{ node: string }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 5 },
    fc.string({ maxLength: 12 }).map((text) => escapeHtml(text.replace(/[^\n\u0020-\uD7FF]/g, ''))),
    fc
      .tuple(names, attributes, fc.array(tie('node'), { maxLength: 4 }))
      .map(([name, given, inner]) => `<${name}${given}>${inner.join('')}</${name}>`),
  ),
}));

it('whatever the source has, only the safe elements come out', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(node, { maxLength: 5 }), async (content) => {
      for (const { html, text } of Object.values(
        (await readUnit(`<odd>${content.join('')}</odd>`)).description.elements,
      ).flat()) {
        expect(html.replace(allowed, '')).not.toMatch(/[<>]/);
        expect(text.trim()).toBe(text);
      }
    }),
    { numRuns: 300 },
  );
});
