import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ead3Blocks, ead3Phrase, ead3SoleParagraph } from '#lib/records/ead3-prose.ts';
import { readUnit } from '#tests/unit/ingest/parse/read-text.ts';

const noteOf = async (content: string) => (await readUnit(`<odd>${content}</odd>`)).description.elements.note?.[0];

it.each<[string, string]>([
  ['<p>uno &amp; due</p>', '<p>uno &amp; due</p>'],
  [
    '<p><em>a</em> <strong>b</strong><br>c</p>',
    '<p><emph render="italic">a</emph> <emph render="bold">b</emph><lb/>c</p>',
  ],
  ['<p><a href="https://x.it/?a=1&amp;b=2">qui</a></p>', '<p><ref href="https://x.it/?a=1&amp;b=2">qui</ref></p>'],
  ['<p><span lang="lat">Item</span></p>', '<p><foreign lang="lat">Item</foreign></p>'],
  ['<p><b>H</b></p><ol><li>a</li></ol>', '<list listtype="ordered"><head>H</head><item>a</item></list>'],
  [
    '<ul><li><p>a</p><ul><li>b</li></ul></li></ul>',
    '<list listtype="unordered"><item>a<list listtype="unordered"><item>b</item></list></item></list>',
  ],
  [
    '<ul><li><p>a</p></li></ul>',
    '<list listtype="unordered"><item><emph render="altrender" altrender="html:p">a</emph></item></list>',
  ],
  [
    '<dl><dt>l</dt><dd>i</dd></dl>',
    '<list listtype="deflist"><defitem><label>l</label><item>i</item></defitem></list>',
  ],
  [
    '<dl><dt>1900</dt><dd>a</dd><dd>b</dd></dl>',
    '<chronlist><chronitem><datesingle>1900</datesingle><chronitemset><event>a</event><event>b</event></chronitemset></chronitem></chronlist>',
  ],
  [
    '<table><thead><tr><th>A</th></tr></thead><tbody><tr><td>1</td></tr></tbody></table>',
    '<table><tgroup cols="1"><thead><row><entry>A</entry></row></thead><tbody><row><entry>1</entry></row></tbody></tgroup></table>',
  ],
])('%s', (html, ead3) => expect(ead3Blocks(html)).toBe(ead3));

it('a paragraph alone is words, anything more is not', () => {
  expect(ead3SoleParagraph('<p>a <q>b</q></p>')).toBe('a <emph render="doublequote">b</emph>');
  expect(ead3SoleParagraph('<p>a</p><p>b</p>')).toBeNull();
  expect(ead3SoleParagraph('a')).toBeNull();
});

it('a title keeps its mark-up', () =>
  expect(ead3Phrase('Vita <em>Petri</em>')).toBe('Vita <emph render="italic">Petri</emph>'));

/** Prose as sources write it: any nesting of EAD's elements, also where no standard lets them stand. */
const words = fc.constantFrom('a', ' b ', 'c  d', 'é', '&amp;', '&lt;', '.', ', ', '(', ' ', '', 'SIA-CA-123456');
const { prose } = fc.letrec<{ prose: string; element: string; row: string }>((tie) => ({
  prose: fc
    .array(fc.oneof({ weight: 3, arbitrary: words }, { weight: 2, arbitrary: tie('element') }), { maxLength: 4 })
    .map((parts) => parts.join('')),
  row: fc
    .array(tie('prose'), { maxLength: 3 })
    .map((cells) => `<row>${cells.map((cell) => `<entry>${cell}</entry>`).join('')}</row>`),
  element: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    words,
    ...[
      'p',
      'blockquote',
      'quote',
      'footnote',
      'persname',
      'part',
      'head',
      'archref',
      'descriptivenote',
      'num',
      'index',
      'title',
    ].map((name) => tie('prose').map((inside) => `<${name}>${inside}</${name}>`)),
    ...['italic', 'bold', 'super', 'sub', 'bolditalic', 'doublequote', 'smcaps'].map((render) =>
      tie('prose').map((inside) => `<emph render="${render}">${inside}</emph>`),
    ),
    tie('prose').map((inside) => `<foreign lang="lat">${inside}</foreign>`),
    tie('prose').map((inside) => `<ref href="https://example.org/">${inside}</ref>`),
    fc.constant('<lb/>'),
    fc.constant('<ptr href="https://example.org/"/>'),
    fc
      .array(tie('prose'), { maxLength: 3 })
      .map((items) => `<list>${items.map((item) => `<item>${item}</item>`).join('')}</list>`),
    fc
      .array(fc.tuple(tie('prose'), tie('prose')), { maxLength: 3 })
      .map(
        (items) =>
          `<list listtype="deflist"><head>h</head>${items.map(([label, item]) => `<defitem><label>${label}</label><item>${item}</item></defitem>`).join('')}</list>`,
      ),
    fc
      .array(fc.tuple(tie('prose'), fc.array(tie('prose'), { maxLength: 3 })), { maxLength: 3 })
      .map(
        (items) =>
          `<chronlist>${items.map(([date, events]) => `<chronitem><datesingle>${date}</datesingle>${events.map((event) => `<event>${event}</event>`).join('')}</chronitem>`).join('')}</chronlist>`,
      ),
    fc
      .tuple(fc.array(tie('row'), { maxLength: 2 }), fc.array(tie('row'), { maxLength: 2 }))
      .map(
        ([head, body]) =>
          `<table><tgroup><thead>${head.join('')}</thead><tbody>${body.join('')}</tbody></tgroup></table>`,
      ),
    fc
      .array(tie('prose'), { maxLength: 3 })
      .map((lines) => `<address>${lines.map((line) => `<addressline>${line}</addressline>`).join('')}</address>`),
  ),
}));

it('whatever ingest makes of prose comes back as it was', async () => {
  await fc.assert(
    fc.asyncProperty(prose, async (source) => {
      const note = await noteOf(`<p>x</p>${source}`);
      if (note === undefined) return;
      expect(await noteOf(ead3Blocks(note.html))).toEqual({ html: note.html, text: note.text });
    }),
    { numRuns: 2000 },
  );
});
