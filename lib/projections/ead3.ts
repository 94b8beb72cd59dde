import type { DisseminatingSite, FindingAidStep, HarvestRecord } from '#lib/records/harvest-views.ts';
import { xmlStart } from '#lib/records/xml-element.ts';
import { ead3Control } from './ead3/control.ts';
import { did } from './ead3/did.ts';
import { accessPoints, relations } from './ead3/names.ts';
import { notes } from './ead3/notes.ts';

/**
 * A finding aid, or any unit with what lies below it, as EAD3 1.1.1: a piece of text for every step, so that memory does not grow with it.
 * What ingest reads back from it is what it had read before.
 *
 * Not said, for EAD3 has no place for it or it is no part of the description: who changed what when (the day of the last change is), the rights
 * in single digital objects, the licence of the description (the institution's), the history and places of agents and institutions (EAC-CPF and
 * EAG say them), why the law closes what may not be read yet, coordinates of what is no place, units and statements that are internal, what
 * stands above the unit that the file begins with.
 */
export async function* toEad3(
  root: HarvestRecord,
  steps: AsyncIterable<FindingAidStep>,
  site: Pick<DisseminatingSite, 'baseUrl' | 'name'>,
): AsyncGenerator<string, void, undefined> {
  yield `<?xml version="1.0" encoding="UTF-8"?>\n`;
  yield* ead3Document(root, steps, site);
}

/** The same without XML declaration, to stand in an envelope. */
export async function* ead3Document(
  root: HarvestRecord,
  steps: AsyncIterable<FindingAidStep>,
  site: Pick<DisseminatingSite, 'baseUrl' | 'name'>,
): AsyncGenerator<string, void, undefined> {
  const open: HarvestRecord[] = [];
  let inDsc = false;
  yield `${xmlStart('ead', { xmlns: 'http://ead3.archivists.org/schema/' })}\n${ead3Control(root, site)}`;
  for await (const step of steps) {
    if (step.step === 'close') {
      open.pop();
      if (open.length > 0) yield '</c>\n';
      continue;
    }
    const { record } = step;
    const above = open.at(-1) ?? null;
    if (above && !inDsc) {
      inDsc = true;
      yield '<dsc>\n';
    }
    const name = above ? 'c' : 'archdesc';
    yield `${xmlStart(name, { ...(above && { id: unitId(record.id) }), ...levelOf(record) })}\n${did(record, site.baseUrl)}${said(record, above, site.baseUrl)}`;
    open.push(record);
  }
  yield `${inDsc ? '</dsc>\n' : ''}</archdesc>\n</ead>\n`;
}

function said(record: HarvestRecord, above: HarvestRecord | null, base: string): string {
  const parts = notes(record, above) + relations(record, base) + accessPoints(record);
  return parts === '' ? '' : `${parts}\n`;
}

/** An xs:ID may not begin with a digit. */
function unitId(id: string): string {
  return /^[a-z_]/i.test(id) ? id : `u-${id}`;
}

function levelOf({ level, levelLabel }: HarvestRecord): { level: string; otherlevel: string | null } {
  return level === 'other'
    ? { level: 'otherlevel', otherlevel: levelLabel ?? 'other' }
    : { level, otherlevel: levelLabel };
}
