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
    [
      'as SPID/CIE OpenID Connect says it',
      {
        'https://attributes.eid.gov.it/fiscal_number': 'TINIT-RSSMRA80A01G224W',
        given_name: 'Maria',
        family_name: 'Rossi',
      },
      maria,
    ],
    [
      'by the names of the eIDAS profile',
      {
        'http://eidas.europa.eu/attributes/naturalperson/PersonIdentifier': 'EL/IT/AB 12',
        'http://eidas.europa.eu/attributes/naturalperson/CurrentGivenName': 'Eleni',
        'http://eidas.europa.eu/attributes/naturalperson/CurrentFamilyName': 'Pappas',
        DateOfBirth: '1980-01-01',
      },
      null,
    ],
    [
      'with the identifier where SPID has its own code',
      { spidCode: 'DE/IT/4711-x', name: 'Jürgen', familyName: 'Ott' },
      { name: 'Jürgen Ott', taxCode: null, foreignIdentifier: 'DE/IT/4711-x', email: null },
    ],
    [
      'with a code of SPID, which is no identifier',
      { spidCode: 'ABCD1234567890', name: 'Jürgen', familyName: 'Ott' },
      null,
    ],
    [
      'with an identifier meant for another State',
      { personIdentifier: 'DE/FR/4711', name: 'Jürgen', familyName: 'Ott' },
      null,
    ],
    [
      'with a tax code besides, which is what counts here',
      { personIdentifier: 'DE/IT/4711', fiscalNumber: 'RSSMRA80A01G224W', name: 'Maria', familyName: 'Rossi' },
      maria,
    ],
    ['with a tax code that is none', { fiscalNumber: 'TINIT-1', name: 'Maria', familyName: 'Rossi' }, null],
    ['without a code', { name: 'Maria', familyName: 'Rossi' }, null],
    ['without a name', { fiscalNumber: 'RSSMRA80A01G224W' }, null],
    ['of another shape', { fiscalNumber: ['RSSMRA80A01G224W'], name: 'Maria Rossi' }, null],
    ['nothing', null, null],
  ])('%s', (_, claims, person) => expect(personOf(claims)).toEqual(person));
});
