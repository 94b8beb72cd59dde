import { describe, expect, it } from 'vitest';
import { workAddress, workParameters } from '#lib/http/work-parameters.ts';

describe('the address of the desk', () => {
  it('says again what it was read from', () => {
    const address =
      '/ufficio?vista=overdue&tipo=patrocinio&ufficio=suap&assegnata=nessuno&testo=via+Dante&pratica=ab12';
    const query = Object.fromEntries(new URL(address, 'http://site').searchParams);
    expect(workAddress(workParameters(query))).toBe(address);
  });

  it('holds nothing that the database takes for no text', () => {
    expect(workParameters({ tipo: 'a\0b', pratica: '\0', ufficio: '\ud800x' })).toMatchObject({
      filter: { type: 'ab', unit: '\ufffdx' },
      open: null,
    });
  });

  it('passes over what nobody knows', () => {
    expect(workParameters({ vista: 'everything', testo: '  ', tipo: ['a', 'b'] })).toMatchObject({
      view: null,
      filter: { text: undefined, type: 'a' },
    });
    expect(workAddress({})).toBe('/ufficio');
  });
});
