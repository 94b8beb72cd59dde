import { z } from 'zod';
import type { MessageKey } from '#lib/i18n/translate.ts';
import type { Calendar } from '#lib/procedures/calendar.ts';
import { type Day, isDay } from '#lib/procedures/day.ts';
import { type Arrival, arrivedOn } from '#lib/procedures/delivery/arrival.ts';
import { type Carrier, failureReasons, type Said } from '#lib/procedures/delivery/delivery.ts';
import type { Law } from '#lib/procedures/law.ts';
import type { Way } from '#lib/store/deliveries/delivery-store.ts';
import type { RawForm } from './raw-form.ts';

/** What is wanting in a form, by its fields; `day`: one that the sentence names. */
export interface Wanting {
  kind: 'wanting';
  fields: { name: string; message: MessageKey; day?: Day }[];
}
const wanting = (...fields: Wanting['fields']): Wanting => ({ kind: 'wanting', fields });
const field = (name: string, message: MessageKey) => ({ name, message });

/** The day of a field; null where none is given, or it is none or yet to come. */
const dayOf = (raw: RawForm, name: string, today: Day): Day | null => {
  const day = raw.text(name);
  return isDay(day) && day <= today ? day : null;
};

/** By what an act goes, as the form of its channel says. */
export function readWay(raw: RawForm, from: string): { kind: 'read'; way: Way } | Wanting {
  switch (raw.text('channel')) {
    case 'pec': {
      const to = raw.text('address') || null;
      const text = raw.text('text').slice(0, 10_000);
      if (to !== null && !z.email().max(254).safeParse(to).success)
        return wanting(field('address', 'deliveries.wantedPec'));
      return text === ''
        ? wanting(field('text', 'case.textWanted'))
        : { kind: 'read', way: { channel: 'pec', to, text, from } };
    }
    case 'post': {
      const service = (['ordinary', 'judicial'] as const).find((one) => one === raw.text('service'));
      const address = raw.text('address').slice(0, 300);
      if (!service) return wanting(field('service', 'deliveries.wantedChoice'));
      if (address.length < 5) return wanting(field('address', 'deliveries.wantedAddress'));
      return { kind: 'read', way: { channel: 'post', service, address } };
    }
    case 'hand':
      return { kind: 'read', way: { channel: 'hand' } };
    case 'send': {
      const [street, municipality] = [raw.text('street').slice(0, 120), raw.text('municipality').slice(0, 80)];
      const [zip, province] = [raw.text('zip'), raw.text('province').toUpperCase()];
      if (street.length < 3) return wanting(field('street', 'deliveries.wantedAddress'));
      if (!/^\d{5}$/.test(zip)) return wanting(field('zip', 'deliveries.wantedAddress'));
      if (municipality === '') return wanting(field('municipality', 'deliveries.wantedAddress'));
      if (!/^[A-Z]{2}$/.test(province)) return wanting(field('province', 'deliveries.wantedAddress'));
      return { kind: 'read', way: { channel: 'send', address: { street, zip, municipality, province } } };
    }
    default:
      return wanting(field('channel', 'deliveries.wantedChoice'));
  }
}

export interface ReadingBasis {
  today: Day;
  law: Law;
  calendar: Calendar;
  /** A document of the fascicolo that shows it. */
  evidence: string | null;
}

type ReadSaid = { kind: 'read'; said: Said } | Wanting;
const officer = { by: 'officer' as const };

/** That it was handed to the post. */
export function readDispatch(raw: RawForm, name: string, today: Day): ReadSaid {
  const on = dayOf(raw, name, today);
  if (on === null) return wanting(field(name, 'deliveries.wantedDay'));
  const number = raw.text('number').slice(0, 100) || null;
  return { kind: 'read', said: { kind: 'dispatched', on, number, source: officer } };
}

/** That it was handed over and signed for. */
export function readHand(raw: RawForm, { today, evidence }: ReadingBasis): ReadSaid {
  const on = dayOf(raw, 'on', today);
  const [receiver, identity] = [raw.text('receiver').slice(0, 200), raw.text('identity').slice(0, 200)];
  const missing = [
    ...(on === null ? [field('on', 'deliveries.wantedDay')] : []),
    ...(receiver === '' ? [field('receiver', 'deliveries.wantedReceiver')] : []),
    ...(identity === '' ? [field('identity', 'deliveries.wantedIdentity')] : []),
  ];
  if (on === null || missing.length > 0) return wanting(...missing);
  return {
    kind: 'read',
    said: { kind: 'arrived', on, arrival: { way: 'hand', on, receiver, identity }, evidence, source: officer },
  };
}

/** What became of it, as the card says or as an officer knows. */
export function readEnd(raw: RawForm, { channel }: Carrier, basis: ReadingBasis): ReadSaid {
  const { today } = basis;
  const end = raw.text('end');
  const note = raw.text('note').slice(0, 1000);
  if (channel !== 'post' && note === '') return wanting(field('note', 'deliveries.wantedReason'));
  const on = dayOf(raw, 'on', today);
  if (end === 'wasStorage') return storage(raw, basis);
  if (on === null && end !== '') return wanting(field('on', 'deliveries.wantedDay'));
  if (on === null) return wanting(field('end', 'deliveries.wantedChoice'));
  switch (end) {
    case 'wasCard':
      return arrived({ way: 'card', on, receiver: raw.text('receiver').slice(0, 200) || null }, on, basis);
    case 'wasRefused':
      return arrived({ way: 'refused', on }, on, basis);
    case 'wasArrived':
      return arrived({ way: 'noted', on, note }, on, basis);
    case 'wasFailed':
    case 'wasNotArrived': {
      const reason = failureReasons.find((one) => one === raw.text('reason'));
      if (!reason) return wanting(field('reason', 'deliveries.wantedReason'));
      const { evidence } = basis;
      return { kind: 'read', said: { kind: 'failed', on, reason, detail: note || null, evidence, source: officer } };
    }
    default:
      return wanting(field('end', 'deliveries.wantedChoice'));
  }
}

function storage(raw: RawForm, basis: ReadingBasis): ReadSaid {
  const { today, law, calendar } = basis;
  const noticeOn = dayOf(raw, 'noticeOn', today);
  if (noticeOn === null) return wanting(field('noticeOn', 'deliveries.wantedDay'));
  const collectedOn = raw.text('collectedOn') === '' ? null : dayOf(raw, 'collectedOn', today);
  if (raw.text('collectedOn') !== '' && (collectedOn === null || collectedOn < noticeOn))
    return wanting(field('collectedOn', 'deliveries.wantedDay'));
  const arrival: Arrival = { way: 'storage', noticeOn, collectedOn };
  const on = arrivedOn(arrival, today, law, calendar);
  if (typeof on === 'string') return arrived(arrival, on, basis);
  return on.kind === 'notYet'
    ? wanting({ ...field('noticeOn', 'deliveries.notYet'), day: on.on })
    : wanting(field('noticeOn', 'deliveries.noRule'));
}

const arrived = (arrival: Arrival, on: Day, { evidence }: ReadingBasis): ReadSaid => ({
  kind: 'read',
  said: { kind: 'arrived', on, arrival, evidence, source: officer },
});
