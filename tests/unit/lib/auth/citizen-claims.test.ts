import { describe, expect, it } from 'vitest';
import { personOf } from '#lib/auth/citizen-claims.ts';

const maria = { name: 'Maria Rossi', taxCode: 'RSSMRA80A01G224W', foreignIdentifier: null, email: null };

describe('whom a provider vouches for', () => {
  it.each<[string, unknown, ReturnType<typeof personOf>]>([
    ['as SPID says it', { fiscalNumber: 'TINIT-RSSMRA80A01G224W', name: 'Maria', familyName: 'Rossi' }, maria],
    [
      'in small letters, with a space',
      { fiscalNumber: ' rssmra80a01g224w ', name: 'Maria', familyName: 'Rossi' },
      maria,
    ],
    [
      'as OpenID Connect says it',
      { fiscal_number: 'RSSMRA80A01G224W', given_name: 'Maria', family_name: 'Rossi', name: 'ROSSI MARIA' },
      maria,
    ],
    ['by both', { fiscalNumber: 'RSSMRA80A01G224W', name: 'Maria Rossi', familyName: 'ROSSI' }, maria],
    [
      'with one word for both',
      { fiscalNumber: 'RSSMRA80A01G224W', name: 'Rosa', familyName: 'Rosa' },
      { ...maria, name: 'Rosa Rosa' },
    ],
    ['by family name alone', { fiscalNumber: 'RSSMRA80A01G224W', familyName: 'Rossi' }, null],
    ['by full name alone', { fiscalNumber: 'RSSMRA80A01G224W', name: 'Maria Rossi' }, maria],
    [
      'with an address',
      { ...maria, fiscalNumber: maria.taxCode, email: 'm@x.example' },
      { ...maria, email: 'm@x.example' },
    ],
    ['with what is no address', { ...maria, fiscalNumber: maria.taxCode, email: 'm at x' }, maria],
    [
      'from another country',
      { personIdentifier: 'FR/IT/1234-5678', name: 'Anaïs', familyName: 'Le Goff' },
      { name: 'Anaïs Le Goff', taxCode: null, foreignIdentifier: 'FR/IT/1234-5678', email: null },
    ],
    ['with a tax code that is none', { fiscalNumber: 'TINIT-1', name: 'Maria', familyName: 'Rossi' }, null],
    ['without a code', { name: 'Maria', familyName: 'Rossi' }, null],
    ['without a name', { fiscalNumber: 'RSSMRA80A01G224W' }, null],
    ['of another shape', { fiscalNumber: ['RSSMRA80A01G224W'], name: 'Maria Rossi' }, null],
    ['nothing', null, null],
  ])('%s', (_, claims, person) => expect(personOf(claims)).toEqual(person));
});
