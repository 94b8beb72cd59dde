import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '#lib/procedures/day.ts';
import type { Delivery, DeliveryFact, Said } from '#lib/procedures/delivery/delivery.ts';
import { deliveryTask } from '#lib/procedures/delivery/delivery-task.ts';
import { emptiedFact } from '#lib/procedures/delivery/emptied-fact.ts';
import { evolveDelivery } from '#lib/procedures/delivery/evolve-delivery.ts';
import { hear } from '#lib/procedures/delivery/hear.ts';

const day = '2026-03-02';
const prepared: DeliveryFact = {
  kind: 'prepared',
  notice: 7,
  carrier: { channel: 'pec', messageId: '<a@b>' },
  agent: 'a1',
  covers: ['a1'],
  act: 'd1',
};
const begun = evolveDelivery(null, prepared);
const receipt = (id: string) => ({ by: 'receipt' as const, id });
const accepted = (id = 'acceptance'): Said => ({ kind: 'dispatched', on: day, number: null, source: receipt(id) });
const arrived = (on = day, source: Said['source'] = receipt('delivery')): Extract<Said, { kind: 'arrived' }> => ({
  kind: 'arrived',
  on,
  arrival: source.by === 'officer' ? { way: 'noted', on, note: 'visto' } : { way: 'pecReceipt', on },
  evidence: null,
  source,
});
const failed = (source: Said['source'] = receipt('failure')): Said => ({
  kind: 'failed',
  on: day,
  reason: 'boxFull',
  detail: 'casella piena',
  evidence: null,
  source,
});
const officer = { by: 'officer' as const };

function told(...all: Said[]): { delivery: Delivery; facts: DeliveryFact[] } {
  return all.reduce<{ delivery: Delivery; facts: DeliveryFact[] }>(
    ({ delivery, facts }, said) => {
      const fact = hear(delivery, said);
      return fact ? { delivery: evolveDelivery(delivery, fact), facts: [...facts, fact] } : { delivery, facts };
    },
    { delivery: begun, facts: [prepared] },
  );
}

describe('what is said of a delivery', () => {
  it('goes from prepared to sent to delivered', () => {
    expect(told(accepted()).delivery).toMatchObject({ state: 'sent', sentOn: day });
    expect(told(accepted(), arrived()).delivery).toMatchObject({ state: 'delivered', end: { on: day } });
  });

  it('the same receipts in any order, however often, come to the same', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(accepted(), arrived()), { maxLength: 8 }), (more) => {
        const { delivery, facts } = told(...more, accepted(), arrived());
        return (
          delivery.state === 'delivered' &&
          delivery.sentOn === day &&
          delivery.against.length === 0 &&
          facts.filter(({ kind }) => kind === 'arrived').length === 1
        );
      }),
    );
  });

  it.each([
    ['another day', arrived(addDays(day, 1), officer), arrived()],
    ['a failure against an arrival', arrived(day, officer), failed()],
    ['an arrival against a failure', failed(officer), arrived()],
  ])('%s is kept beside, and changes nothing by itself', (_name, first, then) => {
    const { delivery } = told(first, then);
    expect(delivery).toMatchObject({ end: first, against: [then] });
    expect(deliveryTask(delivery, day)?.task).toBe('compare');
  });

  it('what agrees confirms', () => {
    const { delivery, facts } = told(arrived(day, officer), arrived());
    expect(facts.at(-1)?.kind).toBe('confirmed');
    expect(delivery.against).toEqual([]);
  });

  it('whatever is said, the first end stands until a person decides', () => {
    const anything = fc.constantFrom(
      accepted('1'),
      arrived(day, receipt('2')),
      arrived(addDays(day, 1), receipt('3')),
      arrived(addDays(day, 2), officer),
      failed(receipt('4')),
    );
    fc.assert(
      fc.property(fc.array(anything, { maxLength: 12 }), (all) => {
        const { delivery } = told(...all);
        const first = all.find(({ kind }) => kind !== 'dispatched');
        return first === undefined || ('end' in delivery && delivery.end === first);
      }),
    );
  });

  it.each([
    [true, day],
    [false, addDays(day, 1)],
  ])('a person keeps what was noted (%s) or takes what was said', (kept, on) => {
    const { delivery } = told(arrived(day, officer), arrived(addDays(day, 1)));
    const settled = evolveDelivery(delivery, { kind: 'settled', kept, reason: 'confrontate' });
    expect(settled).toMatchObject({ state: 'delivered', end: { on }, against: [] });
    expect(deliveryTask(settled, day)).toBeNull();
  });

  it.each([
    ['failed', told(failed()).delivery, { task: 'anotherChannel', from: day }],
    ['PEC without a receipt after a day', told(accepted()).delivery, { task: 'ask', from: '2026-03-04' }],
    ['delivered', told(arrived()).delivery, null],
  ])('a delivery that is %s has its task', (_name, delivery, task) =>
    expect(deliveryTask(delivery, day)).toEqual(task),
  );

  it('with its fascicolo what it says of persons goes; days and outcome stay', () => {
    const { facts } = told(arrived(day, officer), failed());
    const emptied = facts.map(emptiedFact);
    expect(JSON.stringify(emptied)).not.toMatch(/a1|visto|casella/);
    expect(emptied.reduce<Delivery | null>(evolveDelivery, null)).toMatchObject({
      state: 'delivered',
      end: { on: day },
    });
  });
});
