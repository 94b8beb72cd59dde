import { isadElements, type IsadElement, type Note } from '#lib/records/description.ts';
import type { FindingAidStep, HarvestRecord } from '#lib/records/harvest-views.ts';
import { toMarkup } from '#lib/records/markup-text.ts';
import { contentsPage, type ContentsEntry } from './finding-aid-html/contents.ts';
import { pageStyle } from './finding-aid-html/style.ts';
import type { InventoryWords } from './finding-aid-html/words.ts';

/** What the printed inventory says beside the descriptions. */
export interface InventoryFacts {
  root: HarvestRecord;
  contents: readonly ContentsEntry[];
  /** The day it is made, in words. */
  madeOn: string;
  /** The permanent address of the root. */
  permalink: string;
  links: { page: string; csv: string; ead3: string };
}

/**
 * A finding aid as a book: title page, contents, the fonds and its parts with what they say, units one under the other with code, title and
 * dates, as Italian inventories are printed. A piece of HTML for every step; on paper A4 with running heads.
 */
export async function* toFindingAidHtml(
  facts: InventoryFacts,
  steps: AsyncIterable<FindingAidStep>,
  words: InventoryWords,
): AsyncGenerator<string, void, undefined> {
  yield opening(facts, words);
  let depth = 0;
  for await (const step of steps) {
    if (step.step === 'close') depth--;
    else yield entry(step.record, depth++, words);
  }
  yield '</main>\n</body>\n</html>\n';
}

function opening(facts: InventoryFacts, words: InventoryWords): string {
  const { root, links } = facts;
  return `<!DOCTYPE html>
<html lang="${words.lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<link rel="icon" href="/icon.svg">
<title>${toMarkup(words.pageTitle(root.title))}</title>
<link rel="canonical" href="${toMarkup(facts.permalink)}">
<style>${pageStyle(root.title, root.institution.name)}</style>
</head>
<body>
<nav class="bar" aria-label="${toMarkup(words.bar)}"><a href="${toMarkup(links.page)}">${toMarkup(words.back)}</a> <a href="${toMarkup(links.csv)}" download>CSV</a> <a href="${toMarkup(links.ead3)}">EAD3</a> <span>${toMarkup(words.hint)}</span></nav>
${titlePage(facts, words)}
${contentsPage(facts.contents, words)}<main>
`;
}

function titlePage({ root, madeOn, permalink }: InventoryFacts, words: InventoryWords): string {
  const creators = [...new Set(root.agents.filter(({ role }) => role === 'creator').map(({ name }) => name))];
  const line = (name: string, values: readonly (string | null)[]) => {
    const said = values.filter((value) => value !== null && value !== '').map((value) => toMarkup(value ?? ''));
    return said.length > 0 ? `<div><dt>${toMarkup(name)}</dt><dd>${said.join('<br>')}</dd></div>` : '';
  };
  const address = [root.institution.description.address, root.institution.description.place].filter(Boolean).join(', ');
  return `<header class="title-page">
<p class="keeper">${toMarkup(root.institution.name)}</p>${address ? `\n<p class="address">${toMarkup(address)}</p>` : ''}
<h1 lang="${words.languageTag(root.titleLang)}">${titleOf(root)}</h1>
<p class="kind">${toMarkup(words.kind)}</p>
<dl>${line(words.dates, [words.datesOf(root)])}${line(words.creators, creators)}${line(words.extent, root.description.extents)}${line(words.code, [root.referenceCode])}</dl>
<p class="made">${toMarkup(words.made(madeOn))}<br>${toMarkup(permalink)}</p>
</header>`;
}

function entry(record: HarvestRecord, depth: number, words: InventoryWords): string {
  if (depth === 0) {
    const notes = notesOf(record, words, true);
    return notes === '' ? '' : `<section class="part"><h2>${toMarkup(words.introduction)}</h2>${notes}</section>\n`;
  }
  const isPart = record.level !== 'file' && record.level !== 'item';
  return isPart ? part(record, depth, words) : unit(record, depth, words);
}

/** A series or the like: a heading with its dates and all it says. */
function part(record: HarvestRecord, depth: number, words: InventoryWords): string {
  const heading = Math.min(depth + 1, 6);
  const facts = [words.levelOf(record), words.datesOf(record), ...record.description.extents]
    .filter(Boolean)
    .join(' · ');
  return `<section class="part depth-${Math.min(depth, 6)}"><h${heading} id="u-${record.id}">${codeOf(record)}<span lang="${words.languageTag(record.titleLang)}">${titleOf(record)}</span></h${heading}><p class="facts">${toMarkup(facts)}</p>${notesOf(record, words, true)}</section>\n`;
}

/** A unit: code, title and dates in one line, what it is and says below. */
function unit(record: HarvestRecord, depth: number, words: InventoryWords): string {
  const dates = words.datesOf(record);
  const { extents, containers } = record.description;
  // "1 busta" says that it is one.
  const isSaid = extents.some((line) => record.unitType !== null && line.toLowerCase().includes(record.unitType));
  const material = [
    isSaid ? null : record.unitType,
    ...extents,
    ...containers.map(({ type, value, label }) => [label ?? type, value].filter(Boolean).join(' ')),
  ];
  const facts = material.filter(Boolean).join('; ');
  return `<article class="unit depth-${Math.min(depth, 6)}" id="u-${record.id}"><p class="head">${codeOf(record)}<span class="title" lang="${words.languageTag(record.titleLang)}">${titleOf(record)}</span>${dates ? `<span class="dates">${toMarkup(dates)}</span>` : ''}</p>${facts ? `<p class="facts">${toMarkup(facts)}</p>` : ''}${notesOf(record, words, false)}</article>\n`;
}

function codeOf({ referenceCode }: HarvestRecord): string {
  return referenceCode ? `<span class="code">${toMarkup(referenceCode)}</span> ` : '';
}

/** Safe HTML since it was read in, or plain words. */
function titleOf({ title, description }: HarvestRecord): string {
  return description.titleHtml ?? toMarkup(title);
}

/** Under units only what readers look for there. */
const ofUnits: ReadonlySet<IsadElement> = new Set([
  ...([
    'abstract',
    'scopeAndContent',
    'physicalCharacteristics',
    'conditionsOfAccess',
    'relatedUnits',
    'note',
  ] as const),
  ...(['archivalHistory', 'publicationNote', 'locationOfCopies', 'locationOfOriginals'] as const),
]);

function notesOf(
  { description, visibility, consultableFrom }: HarvestRecord,
  words: InventoryWords,
  all: boolean,
): string {
  const wanted = all ? isadElements : isadElements.filter((name) => ofUnits.has(name));
  const notes = wanted.flatMap((name) =>
    (description.elements[name] ?? []).map((note) => noteOf(name, note, words, all)),
  );
  if (visibility === 'described') notes.push(`<p class="closed">${toMarkup(words.closed(consultableFrom))}</p>`);
  return notes.join('');
}

function noteOf(name: IsadElement, { html, label, lang }: Note, words: InventoryWords, all: boolean): string {
  // Under a unit its content needs no name.
  const isPlain = !all && name === 'scopeAndContent' && (label === undefined || contentWords.test(label));
  const heading = isPlain ? null : (label ?? words.element(name));
  return `<div class="note">${heading ? `<p class="label">${toMarkup(heading)}</p>` : ''}<div lang="${words.languageTag(lang)}">${html}</div></div>`;
}

const contentWords = /^(descrizione del contenuto|ambiti e contenuto|contenuto|scope and content)$/i;
