import type { Finding } from './findings.ts';
import type { AcceptedStop } from './settlement.ts';

/** What is to be said of stops that count: where they ended by themselves, which share days. */
export function stopFindings(stops: readonly AcceptedStop[]): Finding[] {
  return stops.flatMap((accepted, index) => [
    ...limitFinding(accepted),
    ...lateObservations(accepted),
    ...stops.slice(0, index).flatMap((before) => overlap(before, accepted)),
  ]);
}

function limitFinding({ stop, rule, end }: AcceptedStop): Finding[] {
  if (end.how !== 'limit' || rule.maxDays === null) return [];
  const { article, maxDays } = rule;
  return [{ code: 'beyondLimit', effect: 'limited', id: stop.id, article, maxDays, endedOn: end.on }];
}

function lateObservations({ stop, end }: AcceptedStop): Finding[] {
  if (stop.kind !== 'art10bis' || stop.observationsOn === null || end.how === 'open' || end.on >= stop.observationsOn)
    return [];
  return [{ code: 'lateObservations', effect: 'noted', id: stop.id, until: end.on }];
}

function overlap(before: AcceptedStop, after: AcceptedStop): Finding[] {
  const shares = before.to === null || after.stop.from < before.to;
  const holds = after.to === null || after.to > after.stop.from;
  return shares && holds ? [{ code: 'overlap', effect: 'noted', id: after.stop.id, with: before.stop.id }] : [];
}
