import type { Unit } from '#ingest/demo/model.ts';
import { leaf, wrap } from '#ingest/demo/xml.ts';

const facet = (localtype: string, text: string | undefined): string => leaf('physfacet', text, { localtype });
const genre = (localtype: string, value: string | undefined): string =>
  value === undefined ? '' : wrap('physfacet', { localtype }, wrap('genreform', {}, leaf('part', value)));

/** ICAR’s track for a documentary unit: what kind of document it is described as. */
function documentKind(unit: Unit): string {
  if (unit.level !== 'item') return '';
  const track = unit.map !== undefined ? 'Cartografia' : unit.type === 'Pergamena' ? 'Pergamena' : undefined;
  const chosen = track ?? (unit.copy === undefined ? 'Carteggio' : 'Manoscritto');
  return wrap(
    'physfacet',
    { localtype: 'TipologiaDocumentaria' },
    wrap('genreform', {}, leaf('part', chosen, { localtype: 'TracciatoSpecifico' })),
  );
}

function sealFacet(unit: Unit): string {
  const { seal } = unit;
  if (seal === undefined) return '';
  return wrap(
    'physfacet',
    { localtype: 'Sigillo' },
    wrap('genreform', { localtype: 'PresenzaSigillo' }, leaf('part', 'Si')),
    wrap(
      'genreform',
      { localtype: 'DescrizioneSigillo' },
      leaf('part', seal.nature, { localtype: 'Natura' }),
      leaf('part', seal.material, { localtype: 'Materiale' }),
      leaf('part', seal.applied, { localtype: 'ModoApposizione' }),
      leaf('part', seal.text, { localtype: 'Descrizione' }),
    ),
  );
}

/** What a unit is made of: `physdescstructured` and, for maps, `materialspec`. */
export function physical(unit: Unit): string {
  const { type, map, size } = unit;
  if (type === undefined) return '';
  const structured = wrap(
    'physdescstructured',
    { physdescstructuredtype: 'materialtype', coverage: 'whole' },
    leaf('quantity', String(unit.quantity ?? 1)),
    leaf('unittype', type),
    facet('Tipologia', type),
    documentKind(unit),
    genre('TipologiaSpecifica', map?.kind),
    facet('Tecnica', map?.technique),
    facet('MediazioniGrafiche', map?.means),
    unit.copy === undefined || map !== undefined ? '' : genre('StadioDocumento', unit.copy),
    sealFacet(unit),
    facet('Supporto', unit.support ?? (type === 'Pergamena' ? 'Pergamena' : 'Carta')),
    facet('Legatura', unit.binding),
    size === undefined ? '' : leaf('dimensions', `${size[0]} cm`, { localtype: 'Altezza' }),
    size === undefined ? '' : leaf('dimensions', `${size[1]} cm`, { localtype: 'Larghezza' }),
    unit.physical === undefined ? '' : wrap('descriptivenote', {}, leaf('p', unit.physical)),
  );
  const scale =
    map === undefined
      ? ''
      : leaf('materialspec', map.scale, { localtype: 'Lineare' }) +
        leaf('materialspec', map.north, { localtype: 'Orientamento' });
  return structured + scale;
}
