/**
 * How the inventory looks, on a screen and on A4. Titles stand in running heads as CSS strings: whatever is no letter, digit or plain mark is
 * written by its number, so that no title ends the string or the style.
 */
export function pageStyle(title: string, keeper: string): string {
  return `
@page { size: A4; margin: 24mm 20mm 22mm 26mm;
  @top-left { content: ${cssString(keeper)}; font: italic 8.5pt Georgia, serif; color: #444; }
  @top-right { content: ${cssString(title)}; font: italic 8.5pt Georgia, serif; color: #444; }
  @bottom-center { content: counter(page); font: 9pt Georgia, serif; } }
@page :first { @top-left { content: none } @top-right { content: none } @bottom-center { content: none } }
${rules}`;
}

/** At most so many letters fit beside each other at the head of a page. */
const longest = 60;

function cssString(text: string): string {
  const short = [...text].length > longest ? `${[...text].slice(0, longest - 1).join('')}…` : text;
  const safe = [...short].map((letter) =>
    /[\p{L}\p{N} .,;:()’–-]/u.test(letter) ? letter : `\\${(letter.codePointAt(0) ?? 0xfffd).toString(16)} `,
  );
  return `"${safe.join('')}"`;
}

const rules = `
* { box-sizing: border-box }
html { font: 11pt/1.42 Lora, Georgia, 'Times New Roman', serif; color: #1a1a1a; background: #f1efe9 }
body { max-width: 210mm; margin: 0 auto; padding: 0 0 20mm; background: #fff; hyphens: auto; overflow-wrap: break-word }
a { color: inherit }
p { margin: 0 }
.bar { position: sticky; top: 0; z-index: 1; display: flex; flex-wrap: wrap; gap: 0.4rem 1.4rem; padding: 0.7rem 26mm; background: #17324d; color: #fff; font: 0.95rem/1.5 'Titillium Web', Arial, sans-serif }
.bar a { color: #fff }
.title-page { display: flex; flex-direction: column; min-height: 235mm; padding: 30mm 26mm 0; text-align: center }
.keeper { font-size: 15pt; letter-spacing: 0.03em; text-wrap: balance }
.address { margin-top: 0.3em; font-size: 10pt; color: #444 }
h1 { margin: 38mm 0 0; font-size: 30pt; line-height: 1.18; font-weight: 700; text-wrap: balance }
.kind { margin: 7mm 0 16mm; font-size: 15pt; font-style: italic }
.kind::before, .kind::after { content: ''; display: block; width: 34mm; margin: 6mm auto; border-top: 0.6pt solid #8a1c1c }
.title-page dl { margin: 0 auto; max-width: 120mm; text-align: left }
.title-page dl > div { display: grid; grid-template-columns: 40mm 1fr; gap: 5mm; padding: 1.6mm 0 }
dt { color: #444; font-style: italic }
dd { margin: 0 }
.made { margin-top: auto; padding-top: 14mm; font-size: 9pt; color: #444 }
.contents, main { padding: 14mm 26mm 0 }
.contents h2 { margin: 0 0 6mm }
.contents ol { margin: 0; padding: 0; list-style: none }
.contents li { display: flex; align-items: baseline; gap: 4mm; padding: 0.8mm 0 }
.contents a { text-decoration: none }
.contents a:hover, .contents a:focus { text-decoration: underline }
.contents .dates { margin-left: auto; white-space: nowrap; padding-left: 6mm; color: #444 }
.contents .depth-1 { margin-top: 2.4mm; font-weight: 700; break-after: avoid }
.contents .depth-2 { padding-left: 7mm }
.contents .depth-3 { padding-left: 14mm; font-size: 10pt }
.contents .depth-4, .contents .depth-5, .contents .depth-6 { padding-left: 21mm; font-size: 10pt }
h2, h3, h4, h5, h6 { margin: 0; line-height: 1.25; break-after: avoid; text-wrap: balance }
h2 { font-size: 19pt }
h3 { font-size: 15pt }
h4 { font-size: 13pt; font-style: italic }
h5, h6 { font-size: 11.5pt }
.part { margin: 11mm 0 6mm }
.part.depth-1 { margin-top: 18mm; padding-top: 5mm; border-top: 0.8pt solid #8a1c1c }
.part .facts { margin: 1mm 0 4mm; color: #444; font-style: italic; break-before: avoid }
.code { font-family: 'Titillium Web', Arial, sans-serif; font-weight: 700; font-size: 0.82em; letter-spacing: 0.02em; color: #8a1c1c; font-style: normal }
.note { margin: 2.6mm 0 }
.note p + p { text-indent: 1.4em }
.note ul, .note ol { margin: 1mm 0; padding-left: 1.4em }
.note table { border-collapse: collapse }
.note th, .note td { padding: 0.6mm 3mm 0.6mm 0; border-bottom: 0.4pt solid #999; text-align: left; vertical-align: top }
.label { font-variant-caps: small-caps; letter-spacing: 0.04em; color: #444; break-after: avoid }
.unit { position: relative; margin: 0 0 4.6mm; padding-left: 21mm; break-inside: avoid-page }
.unit .head { display: flex; align-items: baseline; gap: 4mm }
.unit .code { position: absolute; left: 0; width: 19mm; overflow-wrap: anywhere; line-height: 1.7 }
.unit .title { font-weight: 700 }
.unit .dates { margin-left: auto; white-space: nowrap; text-align: right }
.unit .facts { font-style: italic; color: #333 }
.unit .note { margin: 0.8mm 0; font-size: 10pt }
.unit .label { display: inline-block; margin-right: 1.6mm }
.unit .label + div, .unit .label + div > p:first-child { display: inline }
.unit.depth-4, .unit.depth-5, .unit.depth-6 { margin-left: 8mm }
.closed { margin: 1mm 0; font-size: 10pt; font-style: italic; color: #8a1c1c }
@media (max-width: 700px) {
  .bar, .contents, main { padding-left: 1.1rem; padding-right: 1.1rem }
  .title-page { min-height: 0; padding: 12mm 1.1rem 0 }
  h1 { margin-top: 12mm; font-size: 23pt }
  .title-page dl > div { grid-template-columns: 1fr; gap: 0 }
  .unit { padding-left: 0 }
  .unit .head { display: block }
  .unit .code { position: static; display: block; width: auto }
  .unit .dates { display: block; text-align: left; white-space: normal }
  .contents li { display: block }
  .contents .dates { padding-left: 0; white-space: normal }
}
@media print {
  html { font-size: 10.5pt; background: none }
  body { max-width: none; padding: 0 }
  .bar { display: none }
  .title-page { min-height: 0; height: 245mm; padding: 22mm 0 0; break-after: page }
  .contents, main { padding: 0 }
  .contents { break-after: page }
  .contents a { text-decoration: none }
  .part.depth-1 { margin-top: 12mm }
  .note a::after { content: ' (' attr(href) ')'; font-size: 8.5pt; overflow-wrap: anywhere }
  p, li, dd { orphans: 3; widows: 3 }
}
`;
