import { CUSTODIANS } from '#ingest/demo/institutions.ts';
import type { Unit } from '#ingest/demo/model.ts';
import { escape, leaf, wrap } from '#ingest/demo/xml.ts';
import { dateSet } from './dates.ts';
import { COMPLEX, type Context } from './identifiers.ts';

/** Related material: within these holdings by identifier, elsewhere in words. */
export function related(unit: Unit): string {
  if (unit.related === undefined) return '';
  const inside = unit.related.filter((entry) => entry.fonds !== undefined);
  const outside = unit.related.filter((entry) => entry.fonds === undefined);
  const write = (localtype: string, entries: typeof inside): string =>
    entries.length === 0
      ? ''
      : wrap(
          'relatedmaterial',
          { localtype },
          ...entries.map((entry) =>
            wrap(
              'archref',
              {},
              wrap('title', {}, leaf('part', entry.title)),
              escape(` ${entry.text} `),
              entry.fonds === undefined ? '' : leaf('ref', entry.fonds, { linktitle: 'RelazioneConCA' }),
            ),
          ),
        );
  return write('DocumentazioneInterna', inside) + write('DocumentazioneEsterna', outside);
}

/** The unit above, who created it, who keeps it. */
export function relations(unit: Unit, parent: Unit | undefined, context: Context): string {
  const up =
    parent === undefined
      ? ''
      : wrap(
          'relation',
          { relationtype: 'resourcerelation' },
          leaf('relationentry', context.ids.get(parent), {
            localtype: COMPLEX.has(unit.level) ? 'ComplArchSovraordinato' : 'LivelloSuperiore',
          }),
        );
  const agent = (role: string, id: string, dates: string | undefined): string =>
    wrap(
      'relation',
      { relationtype: 'cpfrelation' },
      leaf('relationentry', id, { localtype: role }),
      dates === undefined ? '' : dateSet(dates),
    );
  const creators = (unit.creators ?? []).map((link) => agent('Soggetto produttore', link.id, link.dates)).join('');
  const custodian = CUSTODIANS[context.fonds.custodian];
  const keeper =
    unit.level === 'fonds' && custodian !== undefined
      ? agent('Soggetto conservatore', custodian.agent, custodian.since)
      : '';
  return up + creators + keeper === '' ? '' : wrap('relations', {}, up, creators, keeper);
}
