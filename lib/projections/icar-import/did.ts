import type { RecordDates } from '#lib/records/dates.ts';
import type { HarvestRecord } from '#lib/records/harvest-views.ts';
import { linkedObjects } from '#lib/records/object-address.ts';
import { toMarkup } from '#lib/records/markup-text.ts';
import { xmlElement, xmlText } from '#lib/records/xml-element.ts';
import type { Standing } from './level.ts';

/** The identity area, by ICAR's types: M003, M005, M009, M050, M054, M061. */
export function icarDid(record: HarvestRecord, standing: Standing, base: string): string {
  const { description } = record;
  return `${xmlElement(
    'ead:did',
    {},
    codes(record, standing),
    titles(record, standing),
    dates(record.dates),
    kind(record),
    xmlText('ead:physdesc', description.extents.join('; '), { localtype: 'ConsistenzaTotale' }),
    ...description.containers.map(({ type, value, label }) =>
      type === 'physloc'
        ? xmlText('ead:physloc', value, { localtype: label })
        : xmlText('ead:container', value, { localtype: type ?? label }),
    ),
    languages(description.languages),
    ...linkedObjects(record, base).map(({ href, label, role }) =>
      xmlElement(
        'ead:dao',
        { daotype: role === 'borndigital' ? 'borndigital' : 'derived', href },
        label ? xmlElement('ead:descriptivenote', {}, xmlText('ead:p', label)) : '',
      ),
    ),
  )}\n`;
}

function codes({ referenceCode, formerCodes, description }: HarvestRecord, { complex, id, place }: Standing): string {
  return [
    xmlText('ead:unitid', id, { label: 'ELI4U' }),
    complex ? '' : xmlText('ead:unitid', String(place), { localtype: 'NumeroSequenza' }),
    xmlText('ead:unitid', referenceCode, { label: 'Segnatura' }),
    ...formerCodes.map((code) =>
      xmlText('ead:unitid', code, { label: 'SegnaturaPrecedente', localtype: 'SegnaturaPrecedente' }),
    ),
    ...description.identifiers.map(({ value, label }) =>
      xmlText('ead:unitid', value, { localtype: 'AltroId', label: label ?? '#' }),
    ),
  ].join('');
}

function titles({ title, description }: HarvestRecord, { complex }: Standing): string {
  const others = description.otherTitles.map((other) =>
    xmlText('ead:unittitle', other.title, { label: 'AltraDenominazione' }),
  );
  const localtype = complex ? 'Denominazione' : 'TitoloAttribuito';
  return xmlElement('ead:unittitle', { localtype }, toMarkup(title)) + others.join('');
}

/** The words first, with what kind of date they are, then the days they stand for (M166–M173, M307, M308, M339). */
function dates({ display, start, end }: RecordDates): string {
  const words = display ?? [start, end].filter(Boolean).join(' – ');
  if (words === '') return '';
  const value = (name: string, day: string, localtype?: string) => xmlText(name, day, { localtype, standarddate: day });
  const single = start !== null && start === end;
  const type = single
    ? 'Data singola'
    : start === null
      ? end === null
        ? 'Data non rilevata/non rilevabile'
        : 'Data aperta (fino a)'
      : end === null
        ? 'Data aperta (a partire da)'
        : 'Intervallo di date';
  const text = xmlText('ead:datesingle', words, { localtype: 'DataTestuale', altrender: type });
  if (start === null && end === null) return xmlElement('ead:unitdatestructured', {}, text);
  const days = single
    ? value('ead:datesingle', start, 'DataSingola')
    : xmlElement(
        'ead:daterange',
        {},
        start === null ? '' : value('ead:fromdate', start),
        end === null ? '' : value('ead:todate', end),
      );
  return xmlElement('ead:unitdatestructured', {}, xmlElement('ead:dateset', {}, text, days));
}

function kind({ unitType }: HarvestRecord): string {
  if (!unitType) return '';
  return xmlElement(
    'ead:physdescstructured',
    { physdescstructuredtype: 'carrier', coverage: 'whole' },
    xmlText('ead:quantity', '1'),
    xmlText('ead:unittype', unitType),
  );
}

function languages(codes: readonly string[]): string {
  const sets = codes
    .filter((code) => /^[a-z]{3}$/.test(code))
    .map((code) =>
      xmlElement('ead:languageset', {}, xmlElement('ead:language', { lang: code }), xmlElement('ead:script', {})),
    );
  return sets.length > 0 ? xmlElement('ead:langmaterial', { label: 'LinguaDocumentazione' }, ...sets) : '';
}
