import type { Delivery, DeliveryFact, Ending, Said } from './delivery.ts';

/**
 * What becomes of something said of a delivery. The same receipt heard twice is one; what agrees with its end confirms it; what does not is
 * kept beside it for a person, and changes nothing by itself. Receipts come in any order.
 * @returns null where there is nothing to write
 */
export function hear(delivery: Delivery, said: Said): DeliveryFact | null {
  if (said.source.by !== 'officer' && delivery.heard.includes(said.source.id)) return null;
  if (said.kind === 'dispatched') return dispatched(delivery, said);
  if (delivery.state === 'prepared' || delivery.state === 'sent') return firstEnd(said);
  const agrees = isSame(delivery.end, said) || delivery.against.some((one) => isSame(one, said));
  // An officer who says again what is known adds nothing; a receipt is noted as heard.
  if (agrees) return said.source.by === 'officer' ? null : { kind: 'confirmed', said };
  return { kind: 'contradicted', said };
}

function dispatched(delivery: Delivery, said: Extract<Said, { kind: 'dispatched' }>): DeliveryFact | null {
  if (delivery.sentOn === null) return { kind: 'dispatched', said };
  return said.source.by === 'officer' ? null : { kind: 'confirmed', said };
}

const firstEnd = (said: Ending): DeliveryFact =>
  said.kind === 'arrived' ? { kind: 'arrived', said } : { kind: 'failed', said };

/** The day is what counts, not how it is known; a failure is one whatever its day. */
const isSame = (one: Ending, other: Ending): boolean =>
  one.kind === 'arrived' ? other.kind === 'arrived' && one.on === other.on : other.kind === 'failed';
