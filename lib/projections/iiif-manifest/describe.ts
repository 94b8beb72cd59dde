import type { IIIFBuilder } from '@iiif/builder';
import { beginningOf } from '#lib/records/beginning-of.ts';
import { collectionOf, contentSearchOf } from '#lib/records/iiif-addresses.ts';
import { iiifRights, type LanguageTexts } from '#lib/records/iiif-resources.ts';
import { iiifWords, levelTexts, noMarkup, textIn } from '#lib/records/iiif-words.ts';
import { languageTagOf } from '#lib/records/language-tag.ts';
import { levelWords } from '#lib/records/level-words.ts';
import type { ImageSet } from '#lib/records/images.ts';
import type { RecordView } from '#lib/records/public-views.ts';

type ManifestBuilder = Parameters<Parameters<IIIFBuilder['createManifest']>[1]>[0];

/** Letters of a summary: what a list shows. */
const longestSummary = 1000;

/** What is said of a unit as a whole. Titles stay in their own language. */
export function describe(manifest: ManifestBuilder, view: RecordView, set: ImageSet): void {
  manifest.setLabel(textIn(view.title, view.titleLang));
  const { elements } = view.description;
  const [summary] = elements.abstract ?? elements.scopeAndContent ?? [];
  if (summary) manifest.setSummary(textIn(noMarkup(beginningOf(summary.text, longestSummary)), summary.lang ?? null));
  for (const { label, value } of metadataOf(view)) manifest.addMetadata(label, value);
  manifest.setRequiredStatement({
    label: iiifWords.attribution,
    value:
      set.requiredStatement === null
        ? { it: [noMarkup(view.institution.name)] }
        : { none: [noMarkup(set.requiredStatement)] },
  });
  const rights = iiifRights(set.rightsUri ?? view.rightsUri);
  if (rights !== null) manifest.setRights(rights);
  manifest.setViewingDirection(set.viewingDirection);
  manifest.setBehavior([set.paged ? 'paged' : 'individuals']);
}

/**
 * Where there is more of a unit: the collection that leads to it (which the builder takes and does not give again), its page, its data, its finding
 * aid; and where its pages are searched, if anything is written on them.
 */
export function linksOf(view: RecordView, set: ImageSet, base: string): Record<string, object[]> {
  const page = { type: 'Text', format: 'text/html' };
  const data = { type: 'Dataset' };
  return {
    partOf: [{ id: collectionOf(base, view.parentId), type: 'Collection' }],
    homepage: [{ id: `${base}/records/${view.id}`, ...page, label: iiifWords.recordPage, language: ['it', 'en'] }],
    seeAlso: [
      { id: `${base}/data/${view.id}.ttl`, ...data, format: 'text/turtle', label: iiifWords.turtle },
      { id: `${base}/data/${view.id}.jsonld`, ...data, format: 'application/ld+json', label: iiifWords.jsonLd },
      {
        id: `${base}/data/${view.id}.ead.xml`,
        ...data,
        format: 'application/xml',
        profile: 'http://ead3.archivists.org/schema/',
        label: iiifWords.ead3,
      },
    ],
    rendering: [{ id: `${base}/records/${view.id}/stampa`, ...page, label: iiifWords.print }],
    ...(set.images.some(({ hasText }) => hasText) && view.visibility === 'open'
      ? { service: [{ id: contentSearchOf(base, view.id), type: 'SearchService2' }] }
      : {}),
  };
}

function metadataOf(view: RecordView): { label: LanguageTexts; value: LanguageTexts }[] {
  const { elements, extents, languages } = view.description;
  const own = view.agents.filter(({ role }) => role === 'creator');
  const creators = own.length > 0 ? own : (view.inherited.creators?.value ?? []);
  const notes = (of: typeof elements.note) => (of ?? []).filter(({ internal }) => !internal).map(({ text }) => text);
  const plain: [LanguageTexts, string[]][] = [
    [iiifWords.referenceCode, view.referenceCode === null ? [] : [view.referenceCode]],
    [iiifWords.dates, view.dates.display === null ? [] : [view.dates.display]],
    [iiifWords.extent, extents],
    [iiifWords.creators, creators.map(({ name }) => name)],
    [iiifWords.custodian, [view.institution.name]],
    [iiifWords.scope, notes(elements.scopeAndContent)],
    [iiifWords.languages, languages.map((code) => languageTagOf(code) ?? code)],
    [
      iiifWords.reproduction,
      notes(elements.conditionsOfReproduction ?? view.inherited.elements.conditionsOfReproduction?.value),
    ],
    [iiifWords.within, view.ancestors.map(({ title }) => title)],
  ];
  return [
    { label: iiifWords.level, value: levelTexts(view.level, noMarkup(view.levelLabel ?? levelWords[view.level])) },
    ...plain.flatMap(([label, values]) =>
      values.length > 0 ? [{ label, value: { none: values.map(noMarkup) } }] : [],
    ),
  ];
}
