import type { Unit } from '#ingest/demo/model.ts';
import { leaf, wrap } from '#ingest/demo/xml.ts';
import { accessPoints } from './access-points.ts';
import { did } from './did.ts';
import { COMPLEX, type Context } from './identifiers.ts';
import { related, relations } from './links.ts';
import { notes } from './notes.ts';
import { block } from './paragraphs.ts';
import { rights } from './rights.ts';

/** What a unit says, in ICAR’s order. */
export function body(unit: Unit, parent: Unit | undefined, context: Context): string {
  const complex = COMPLEX.has(unit.level);
  const numbering =
    unit.numbering === undefined
      ? ''
      : wrap(
          'arrangement',
          { localtype: 'Numerazione' },
          wrap('p', {}, leaf('num', unit.numbering, { localtype: 'Numeri arabi' })),
        );
  return [
    did(unit, context),
    block('scopecontent', unit.scope, complex ? 'AmbitiEContenuto' : 'DescrizioneContenuto'),
    block('scopecontent', unit.regesto, 'Regesto'),
    block('scopecontent', unit.diplomatic, 'NotaArchivisticoDiplomatica'),
    block('custodhist', unit.history),
    block('appraisal', unit.appraisal, 'ProcedureScarto'),
    block('accruals', unit.accruals),
    block('acqinfo', unit.acquisition),
    block('arrangement', unit.arrangement, 'CriteriOrdinamento'),
    numbering,
    rights(unit, context),
    related(unit),
    relations(unit, parent, context),
    accessPoints(unit),
    notes(unit),
    wrap('processinfo', { localtype: 'StatusScheda' }, leaf('p', 'Pubblicata')),
  ].join('');
}

/** A unit and all below it. */
export function component(unit: Unit, parent: Unit, context: Context): string {
  const children = unit.children.map((child) => component(child, unit, context)).join('');
  return wrap('c', { level: unit.level, id: context.ids.get(unit) }, body(unit, parent, context), children);
}
