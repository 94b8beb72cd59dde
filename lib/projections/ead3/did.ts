import { ead3Phrase, ead3SoleParagraph } from '#lib/records/ead3-prose.ts';
import type { HarvestRecord } from '#lib/records/harvest-views.ts';
import { toMarkup } from '#lib/records/markup-text.ts';
import { linkedObjects } from '#lib/records/object-address.ts';
import type { DigitalObjectView } from '#lib/records/public-views.ts';
import { xmlLanguage } from '#lib/records/xml-language.ts';
import { xmlElement, xmlText } from '#lib/records/xml-element.ts';
import { unitDates } from './dates.ts';
import { origination } from './names.ts';
import { isPlainAbstract, isPlainLanguageNote } from './notes.ts';

/** The identity area: codes, titles, dates, extent, custodian, creators, containers, languages, digital objects. */
export function did(record: HarvestRecord, base: string): string {
  return `${xmlElement(
    'did',
    {},
    codes(record),
    titles(record),
    unitDates(record.dates),
    custodian(record),
    origination(record.agents, base),
    ...record.description.extents.map((line) => xmlText('physdesc', line)),
    unitType(record),
    ...record.description.containers.map(container),
    languages(record),
    abstracts(record),
    ...linkedObjects(record, base).map(digitalObject),
  )}\n`;
}

/** ICAR's words for what kind of code each is. `#` is the label of what has none: AltroId must have one. */
function codes({ referenceCode, formerCodes, description }: HarvestRecord): string {
  const former = { label: 'SegnaturaPrecedente', localtype: 'SegnaturaPrecedente' };
  return [
    xmlText('unitid', referenceCode, { label: 'Segnatura' }),
    ...formerCodes.map((code) => xmlText('unitid', code, former)),
    ...description.identifiers.map(({ value, label }) =>
      xmlText('unitid', value, { label: label ?? '#', localtype: 'AltroId' }),
    ),
  ].join('');
}

function titles({ title, titleLang, description }: HarvestRecord): string {
  const own = description.titleHtml === undefined ? toMarkup(title) : ead3Phrase(description.titleHtml);
  const others = description.otherTitles.map((other) =>
    xmlText('unittitle', other.title, {
      label: other.label ?? '#',
      localtype: 'AltroTitolo',
      lang: xmlLanguage(other.lang),
    }),
  );
  return xmlElement('unittitle', { lang: xmlLanguage(titleLang) }, own) + others.join('');
}

function custodian({ institution }: HarvestRecord): string {
  const name = xmlText('part', institution.name || institution.code);
  return name === ''
    ? ''
    : xmlElement('repository', {}, xmlElement('corpname', { identifier: institution.code }, name));
}

/**
 * Registro, busta, fascicolo: EAD3 has no element for what kind of thing a unit is. Empty where a container's kind must not be taken for it.
 */
function unitType({ unitType: type, description }: HarvestRecord): string {
  if (type) return xmlText('physdesc', type, { localtype: 'TipoUnita' });
  const misleading = description.containers.some((one) => one.type !== null && one.type !== 'physloc');
  return misleading ? xmlElement('physdesc', { localtype: 'TipoUnita' }) : '';
}

function container({ type, value, label }: HarvestRecord['description']['containers'][number]): string {
  return type === 'physloc'
    ? xmlText('physloc', value, { label })
    : xmlText('container', value, { localtype: type, label });
}

function languages(record: HarvestRecord): string {
  const { languages: codes, elements } = record.description;
  if (codes.length === 0) return '';
  const note = isPlainLanguageNote(record)
    ? (elements.languageNote ?? []).map(({ html }) => xmlElement('p', {}, ead3SoleParagraph(html) ?? ''))
    : [];
  return xmlElement(
    'langmaterial',
    {},
    ...codes.map((code) => xmlElement('language', { langcode: code })),
    note.length > 0 ? xmlElement('descriptivenote', {}, ...note) : '',
  );
}

function abstracts(record: HarvestRecord): string {
  if (!isPlainAbstract(record)) return '';
  return (record.description.elements.abstract ?? [])
    .map(({ html, lang }) => xmlElement('abstract', { lang: xmlLanguage(lang) }, ead3SoleParagraph(html) ?? ''))
    .join('');
}

/** `daotype` is a closed list; other words for what an object is are its `localtype`. */
function digitalObject({ href, label, role, mediaType }: DigitalObjectView): string {
  const isType = role === 'borndigital' || role === 'derived';
  return xmlElement('dao', {
    daotype: isType ? role : 'unknown',
    localtype: isType ? null : role,
    href,
    linkrole: mediaType,
    linktitle: label,
  });
}
