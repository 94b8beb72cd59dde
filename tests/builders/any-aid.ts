import fc from 'fast-check';
import { accessPointKinds, isadElements } from '#lib/records/description.ts';
import { agentKinds, agentRoles } from '#lib/records/agent.ts';
import { certainties } from '#lib/records/dates.ts';
import type { FindingAidStep, HarvestRecord } from '#lib/records/harvest-views.ts';
import { identifierOf } from '#lib/records/identifier.ts';
import { levels } from '#lib/records/level.ts';
import { toMarkup } from '#lib/records/markup-text.ts';
import type { DraftedAid } from './harvest-of-drafts.ts';

/** Whatever bytes make of a text: controls, halves of surrogate pairs, mark-up, ends of CDATA. */
const text = fc.oneof(
  fc.string(),
  fc.constantFrom(
    ']]>',
    '<!--',
    '&amp;',
    '"',
    "'",
    '\u0000\u0001',
    '\ud800',
    '\udfff\uffff',
    '=1+1',
    ' ',
    '',
    '\u00a0',
    '<b>',
    'à',
  ),
  fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 8 }).map((units) => String.fromCharCode(...units)),
);
const some = text.map((said) => (said.trim() === '' ? `${said}x` : said));
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });
const extra = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });

const day = fc
  .date({ min: new Date('0900-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

const note = fc
  .record({
    words: some,
    label: extra(some),
    lang: extra(fc.oneof(text, fc.constantFrom('ita', 'lat', 'it-IT'))),
    frame: fc.nat(5),
  })
  .map(({ words, label, lang, frame }) => {
    const said = toMarkup(words).replaceAll('&#9;', ' ').replaceAll('&#10;', ' ').replaceAll('&#13;', ' ');
    const frames = [
      `<p>${said}</p>`,
      `<p><em>${said}</em><br>b</p><ul><li>${said}<ul><li>c</li></ul></li></ul>`,
      `<p><b>${said}</b></p><table><thead><tr><th>${said}</th></tr></thead><tbody><tr><td><p>${said}</p></td><td></td></tr></tbody></table>`,
      `<dl><dt>${said}</dt><dd>${said}</dd><dd>e</dd><dt>f</dt></dl><blockquote><p>${said}</p><blockquote><p>g</p></blockquote></blockquote>`,
      `<p><a href="https://example.org/?a=${encodeURIComponent(words.toWellFormed())}">${said}</a> <span lang="lat"><q>${said}</q></span></p>`,
      `<ol></ol><p></p><ul><li></li></ul>${said}`,
    ];
    return {
      html: frames[frame] ?? '',
      text: words,
      ...(label !== undefined && { label }),
      ...(lang !== undefined && { lang }),
    };
  });

const dates = fc
  .record({ display: maybe(some), one: maybe(day), other: maybe(day), certainty: fc.constantFrom(...certainties) })
  .map(({ display, one, other, certainty }) => {
    const [start, end] = one !== null && other !== null && one > other ? [other, one] : [one, other];
    return { display, start, end, certainty };
  });

const description = fc
  .record({
    elements: fc.dictionary(fc.constantFrom(...isadElements), fc.array(note, { minLength: 1, maxLength: 2 }), {
      maxKeys: 6,
    }),
    otherTitles: fc.array(fc.record({ title: some, label: extra(some), lang: extra(text) }), { maxLength: 2 }),
    extents: fc.array(some, { maxLength: 2 }),
    containers: fc.array(fc.record({ type: maybe(some), value: some, label: extra(some) }), { maxLength: 2 }),
    accessPoints: fc.array(
      fc.record({
        kind: fc.constantFrom(...accessPointKinds),
        label: some,
        identifier: extra(some),
        source: extra(some),
        role: extra(some),
      }),
      { maxLength: 3 },
    ),
    languages: fc.array(fc.constantFrom('ita', 'lat', 'vec', 'xyz'), { maxLength: 2 }),
    identifiers: fc.array(fc.record({ value: some, label: extra(some) }), { maxLength: 2 }),
    titleHtml: extra(some.map((words) => `<em>${toMarkup(words)}</em>`)),
  })
  .map(defined);

/** Without the keys that have no value: the model has them absent. */
function defined<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}

const unit: fc.Arbitrary<Omit<HarvestRecord, 'id' | 'ancestors' | 'rootId' | 'parentId'>> = fc.record({
  title: text,
  titleLang: maybe(text),
  level: fc.constantFrom(...levels),
  levelLabel: maybe(some),
  unitType: maybe(some),
  referenceCode: maybe(some),
  formerCodes: fc.array(some, { maxLength: 2 }),
  dates,
  visibility: fc.constantFrom('described' as const, 'open' as const),
  digital: fc.boolean(),
  description,
  sensitivity: fc.constant('none' as const),
  consultableFrom: maybe(day),
  metadataLicence: fc.constant(null),
  rightsUri: fc.constant(null),
  changedAt: fc.constant('2026-11-23 10:00:00+00'),
  institution: fc.record({
    id: fc.constant(identifierOf(5)),
    code: some,
    name: text,
    description: fc.constant({
      telephone: [],
      email: [],
      website: [],
      openingHours: [],
      closing: [],
      accessConditions: [],
      services: [],
      history: [],
      holdings: [],
    }),
  }),
  agents: fc.array(
    fc.record({
      id: fc.nat(999).map(identifierOf),
      name: some,
      kind: fc.constantFrom(...agentKinds),
      role: fc.constantFrom(...agentRoles),
      label: maybe(some),
      dates: maybe(some),
    }),
    { maxLength: 3 },
  ),
  digitalObjects: fc.array(
    fc.record({
      id: fc.nat(999).map(identifierOf),
      href: fc.oneof(some, fc.constant('https://example.org/1.jpg')),
      label: maybe(some),
      role: maybe(fc.oneof(some, fc.constantFrom('derived', 'thumbnail'))),
      mediaType: maybe(fc.constant('image/jpeg')),
      rightsUri: fc.constant(null),
    }),
    { maxLength: 2 },
  ),
  related: fc.constant([]),
  ties: fc.array(fc.record({ kind: some, identifier: some, note: maybe(some) }), { maxLength: 2 }),
  inherited: fc.constant({ elements: {}, languages: null, creators: null }),
});

/** A finding aid of any shape whose strings are anything. */
export const anyAid: fc.Arbitrary<DraftedAid> = fc
  .array(fc.tuple(unit, fc.nat(3)), { minLength: 1, maxLength: 8 })
  .map((units) => {
    const records: HarvestRecord[] = [];
    const path: HarvestRecord[] = [];
    for (const [at, [own, up]] of units.entries()) {
      path.length = at === 0 ? 0 : Math.max(1, path.length - up);
      const above = path.at(-1) ?? null;
      const record = {
        ...own,
        id: identifierOf(at),
        rootId: identifierOf(0),
        parentId: above?.id ?? null,
        ancestors: [...path],
      };
      records.push(record);
      path.push(record);
    }
    return { source: anySource, records, steps: () => walk(records) };
  });

const anySource: DraftedAid['source'] = {
  kind: 'source',
  format: 'ead3',
  repositoryCode: null,
  repositoryName: null,
  identifier: null,
  action: 'insert',
  cascade: false,
  lastUpdate: null,
  system: null,
  title: null,
  language: null,
  line: 0,
};

async function* walk(records: readonly HarvestRecord[]): AsyncGenerator<FindingAidStep> {
  let open = 0;
  for (const record of records) {
    for (; open > record.ancestors.length; open--) yield { step: 'close' };
    yield { step: 'open', record };
    open++;
  }
  for (; open > 0; open--) yield { step: 'close' };
}
