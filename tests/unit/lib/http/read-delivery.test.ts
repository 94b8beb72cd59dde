import { describe, expect, it } from 'vitest';
import { rawForm } from '#lib/http/raw-form.ts';
import { readDispatch, readEnd, readHand, readWay } from '#lib/http/read-delivery.ts';
import { law, padova } from '#tests/builders/procedure-time.ts';

const basis = { today: '2026-03-20', law, calendar: padova, evidence: null };
const formOf = (fields: Record<string, string>) => {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.set(name, value);
  return rawForm(data);
};
const wrong = (read: ReturnType<typeof readWay> | ReturnType<typeof readHand>) =>
  read.kind === 'wanting' ? read.fields.map(({ name }) => name) : [];
const post = { channel: 'post', service: 'ordinary' } as const;

describe('forms of deliveries', () => {
  it.each([
    ['a PEC address that is none', { channel: 'pec', address: 'via Roma', text: 'x' }, ['address']],
    ['PEC without a text', { channel: 'pec', address: '' }, ['text']],
    ['post without an address', { channel: 'post', service: 'ordinary', address: '' }, ['address']],
    ['SEND with a short postal code', { channel: 'send', street: 'via Roma 1', zip: '351' }, ['zip']],
    ['no channel', {}, ['channel']],
  ])('%s', (_name, fields, names) => expect(wrong(readWay(formOf(fields), 'a@b.it'))).toEqual(names));

  it('PEC without an address goes to the one that the case names', () =>
    expect(readWay(formOf({ channel: 'pec', text: 'x' }), 'a@b.it')).toMatchObject({ way: { to: null } }));

  it.each([
    ['tomorrow', '2026-03-21'],
    ['no day', '2026-02-30'],
    ['nothing', ''],
  ])('a day that is %s', (_name, sentOn) =>
    expect(wrong(readDispatch(formOf({ sentOn }), 'sentOn', basis.today))).toEqual(['sentOn']),
  );

  it('by hand wants who took it and how we know them', () =>
    expect(wrong(readHand(formOf({ on: '2026-03-20' }), basis))).toEqual(['receiver', 'identity']));

  it.each([
    ['a signed card', { end: 'wasCard', on: '2026-03-10' }, { kind: 'arrived', on: '2026-03-10' }],
    ['a refusal', { end: 'wasRefused', on: '2026-03-10' }, { kind: 'arrived', arrival: { way: 'refused' } }],
    [
      'ten days at the post office',
      { end: 'wasStorage', noticeOn: '2026-03-02' },
      { kind: 'arrived', on: '2026-03-12' },
    ],
    [
      'collected there',
      { end: 'wasStorage', noticeOn: '2026-03-02', collectedOn: '2026-03-05' },
      { kind: 'arrived', on: '2026-03-05' },
    ],
    ['sent back', { end: 'wasFailed', on: '2026-03-10', reason: 'moved' }, { kind: 'failed', reason: 'moved' }],
  ])('%s', (_name, fields, said) => expect(readEnd(formOf(fields), post, basis)).toMatchObject({ kind: 'read', said }));

  it.each([
    ['nothing chosen', {}, ['end']],
    ['ten days that are not over', { end: 'wasStorage', noticeOn: '2026-03-15' }, ['noticeOn']],
    ['sent back without a reason', { end: 'wasFailed', on: '2026-03-10' }, ['reason']],
    [
      'collected before the notice',
      { end: 'wasStorage', noticeOn: '2026-03-10', collectedOn: '2026-03-05' },
      ['collectedOn'],
    ],
  ])('%s', (_name, fields, names) => expect(wrong(readEnd(formOf(fields), post, basis))).toEqual(names));
});
