import { describe, expect, it } from 'vitest';
import { evolve } from '#lib/procedures/cases/evolve.ts';
import type { Procedure } from '#lib/procedures/cases/procedure.ts';
import { procedureEventSchema } from '#lib/procedures/cases/procedure-event.ts';
import { procedureSchema } from '#lib/procedures/cases/procedure.ts';
import { DrivenCase } from '#tests/builders/cases.ts';

const folded = ({ events }: DrivenCase): Procedure | null =>
  events.reduce<Procedure | null>((procedure, event) => evolve(procedure, event), null);

describe('a patronage granted', () => {
  const it_ = new DrivenCase('patrocinio', '2026-03-02');

  it('is registered and receipted as it is filed, and its term runs from that day', () => {
    expect(it_.node).toBe('assignment');
    expect(it_.procedure).toMatchObject({
      state: 'running',
      unit: 'gabinetto-sindaco',
      startCommunicatedOn: '2026-03-02',
      legal: { term: { startOn: '2026-03-02', days: 30 }, concludedOn: null },
      silence: 'excluded',
      activities: 3,
    });
  });

  it('goes from activity to activity to its end', () => {
    it_.do({ kind: 'take', by: 'anna' }).to('completenessCheck');
    it_.on('2026-03-04').to('examination', 'documentsComplete', 'opinionsNotRequired');
    it_.on('2026-03-09').to('decision', 'requirementsMet');
    it_.on('2026-03-11').to('notification');
    it_.on('2026-03-12').to('granted');
    expect(it_.procedure).toMatchObject({
      state: 'concluded',
      outcome: 'granted',
      concludedOn: '2026-03-11',
      act: { reference: 'det. 1/2026-03-11' },
    });
    expect(it_.events.at(-1)).toMatchObject({ kind: 'concluded', grossDays: 9, suspendedDays: 0, daysLate: 0 });
  });

  it('is the fold of its events, each as its schema wants it', () => {
    expect(folded(it_)).toEqual(it_.procedure);
    expect(it_.procedure.version).toBe(it_.events.length);
    expect(procedureSchema.parse(it_.procedure)).toEqual(it_.procedure);
    for (const event of it_.events) expect(procedureEventSchema.parse(event)).toEqual(event);
  });
});
