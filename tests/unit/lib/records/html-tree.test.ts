import { expect, it } from 'vitest';
import { htmlTree, wordsOf } from '#lib/records/html-tree.ts';

const element = (name: string, content: unknown[] = [], attributes = {}) => ({ name, attributes, content });

it.each<[string, unknown[]]>([
  ['a &lt;b&gt; &amp;amp;', ['a <b> &amp;']],
  ['<p>a<br>b</p>', [element('p', ['a', element('br'), 'b'])]],
  ['<a href="https://x.it/?a=1&amp;b=2">x</a>', [element('a', ['x'], { href: 'https://x.it/?a=1&b=2' })]],
  ['<ul><li>a</li><li></li></ul>', [element('ul', [element('li', ['a']), element('li')])]],
  ['</p>a<p>b', ['a', element('p', ['b'])]],
  ['<p><em>a</p>b', [element('p', [element('em', ['a'])]), 'b']],
])('%s', (html, tree) => expect(htmlTree(html)).toEqual(tree));

it('words of neighbouring blocks stay apart', () =>
  expect(wordsOf(htmlTree('<p>a <em>b</em>c</p><p>d</p>')).trim()).toBe('a bc d'));
