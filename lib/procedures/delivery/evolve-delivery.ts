import type { Delivery, DeliveryFact, Ending, Said } from './delivery.ts';

/** One fact more. */
export function evolveDelivery(delivery: Delivery | null, fact: DeliveryFact): Delivery {
  if (delivery === null) {
    if (fact.kind !== 'prepared') throw new Error(`a delivery begins by being prepared, not with "${fact.kind}"`);
    const { kind: _kind, ...prepared } = fact;
    return {
      ...prepared,
      state: 'prepared',
      version: 1,
      sentOn: null,
      number: null,
      heard: [],
      against: [],
      settled: false,
    };
  }
  return { ...changed(delivery, fact), version: delivery.version + 1 };
}

function changed(delivery: Delivery, fact: DeliveryFact): Delivery {
  switch (fact.kind) {
    case 'prepared':
      throw new Error('it is prepared already');
    case 'dispatched': {
      const { on, number } = fact.said;
      const sent = { ...heard(delivery, fact.said), sentOn: on, number: number ?? delivery.number };
      return sent.state === 'prepared' ? { ...sent, state: 'sent' } : sent;
    }
    case 'arrived':
    case 'failed':
      return ended(heard(delivery, fact.said), fact.said);
    case 'confirmed':
      return heard(delivery, fact.said);
    case 'contradicted': {
      const next = heard(delivery, fact.said);
      return fact.said.kind === 'dispatched' ? next : { ...next, against: [...next.against, fact.said] };
    }
    case 'settled': {
      const last = delivery.against.at(-1);
      const settled = { ...delivery, against: [], settled: delivery.state === 'failed' };
      return fact.kept || !last ? settled : ended({ ...settled, settled: false }, last);
    }
  }
}

function ended(delivery: Delivery, end: Ending): Delivery {
  if (end.kind === 'arrived') return { ...delivery, state: 'delivered', end };
  return { ...delivery, state: 'failed', end };
}

const heard = (delivery: Delivery, { source }: Said): Delivery =>
  source.by === 'officer' ? delivery : { ...delivery, heard: [...delivery.heard, source.id] };
