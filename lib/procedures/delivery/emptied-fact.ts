import { emptiedWord } from '../cases/emptied.ts';
import type { Arrival } from './arrival.ts';
import type { DeliveryFact, Said } from './delivery.ts';

/** A fact of a fascicolo that is destroyed with a permit: days, channel and outcome stay, what it says of persons goes. */
export function emptiedFact(fact: DeliveryFact): DeliveryFact {
  switch (fact.kind) {
    case 'prepared':
      return { ...fact, agent: null, covers: [] };
    case 'dispatched':
      return fact;
    case 'arrived':
      return { ...fact, said: emptiedArrival(fact.said) };
    case 'failed':
      return { ...fact, said: { ...fact.said, detail: fact.said.detail && emptiedWord } };
    case 'confirmed':
    case 'contradicted':
      return { ...fact, said: emptiedSaid(fact.said) };
    case 'settled':
      return { ...fact, reason: emptiedWord };
  }
}

function emptiedSaid(said: Said): Said {
  if (said.kind === 'arrived') return emptiedArrival(said);
  return said.kind === 'failed' ? { ...said, detail: said.detail && emptiedWord } : said;
}

const emptiedArrival = (said: Extract<Said, { kind: 'arrived' }>): Extract<Said, { kind: 'arrived' }> => ({
  ...said,
  arrival: withoutNames(said.arrival),
});

function withoutNames(arrival: Arrival): Arrival {
  if (arrival.way === 'card') return { ...arrival, receiver: arrival.receiver && emptiedWord };
  if (arrival.way === 'hand') return { ...arrival, receiver: emptiedWord, identity: emptiedWord };
  return arrival.way === 'noted' ? { ...arrival, note: emptiedWord } : arrival;
}
