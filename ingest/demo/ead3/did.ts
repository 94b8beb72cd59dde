import { CUSTODIANS } from '#ingest/demo/institutions.ts';
import type { Unit } from '#ingest/demo/model.ts';
import { leaf, wrap } from '#ingest/demo/xml.ts';
import { unitDate } from './dates.ts';
import { COMPLEX, type Context } from './identifiers.ts';
import { physical } from './physical.ts';

function languages(unit: Unit): string {
  const set = (unit.languages ?? ['ita']).map((code) =>
    wrap('languageset', {}, wrap('language', { lang: code }), leaf('script', 'Latino', { scriptcode: 'Latn' })),
  );
  const documents = COMPLEX.has(unit.level) && unit.languages === undefined ? '' : set.join('');
  return (
    (documents === '' ? '' : wrap('langmaterial', { label: 'LinguaDocumentazione' }, documents)) +
    wrap('langmaterial', { label: 'LinguaDescrizione' }, wrap('language', { lang: 'ita' }))
  );
}

/** The identity area: codes, title, dates, extent, state, languages. */
export function did(unit: Unit, context: Context): string {
  const id = context.ids.get(unit) ?? '';
  const complex = COMPLEX.has(unit.level);
  const titleType = complex ? 'Denominazione' : unit.originalTitle === true ? 'TitoloOriginale' : 'TitoloAttribuito';
  const custodian = CUSTODIANS[context.fonds.custodian];
  const top = unit.level === 'fonds' && custodian !== undefined;
  return wrap(
    'did',
    {},
    leaf('unitid', id, { label: 'ELI4U', identifier: id }),
    complex ? '' : leaf('unitid', String(context.places.get(unit) ?? 1), { localtype: 'NumeroSequenza' }),
    leaf('unitid', unit.code, { label: 'Segnatura' }),
    leaf('unitid', unit.formerCode, { label: 'SegnaturaPrecedente', localtype: 'Inventario antico' }),
    leaf('unittitle', unit.title, { localtype: titleType }),
    unitDate(unit),
    top ? wrap('repository', {}, wrap('corpname', { identifier: custodian.code }, leaf('part', custodian.name))) : '',
    physical(unit),
    leaf('physdesc', unit.extent, { localtype: 'ConsistenzaTotale' }),
    leaf('physdesc', unit.extentNote, { localtype: 'NoteAllaConsistenza' }),
    unit.container === undefined
      ? ''
      : wrap('container', { localtype: 'Busta' }, wrap('ref', {}, leaf('num', unit.container))),
    leaf('didnote', unit.state, { localtype: 'StatoDiConservazione' }),
    leaf('didnote', unit.restoration, { localtype: 'RestauroOAltriInterventi' }),
    leaf('didnote', unit.dorsal, { localtype: 'NoteDorsali' }),
    languages(unit),
    leaf('abstract', unit.abstracts?.ita, { lang: 'ita' }),
    leaf('abstract', unit.abstracts?.eng, { lang: 'eng' }),
  );
}
