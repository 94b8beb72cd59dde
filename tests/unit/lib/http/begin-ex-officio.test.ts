import { describe, expect, it } from 'vitest';
import { rawForm } from '#lib/http/raw-form.ts';
import { readRequest, summaryRows } from '#lib/http/read-request.ts';
import { fillView, sendView } from '#lib/http/request-form.ts';
import { translator } from '#lib/i18n/translate.ts';
import { partyKey } from '#lib/projections/party-key.ts';
import { demoType } from '#tests/builders/procedure-types.ts';

const t = translator('it');
const partsOf = (code: string, values: Record<string, string>) => {
  const data = new FormData();
  for (const [name, value] of Object.entries(values)) data.set(name, value);
  return { type: demoType(code), mode: { kind: 'desk' as const }, raw: rawForm(data), t, lang: 'it' as const };
};
const person = { 'p.name': 'Elena Marchetti', 'p.taxCode': 'MRCLNE84E52G224J' };

describe('what the office begins by itself', () => {
  const parts = partsOf('cancellazione-irreperibilita', person);

  it('came by no way and from nobody, and concerns somebody', () => {
    const read = readRequest(parts, null);
    expect(read).toMatchObject({ channel: 'exOfficio', identification: 'none', problems: [] });
    expect(read.parties).toMatchObject([{ role: 'applicant', agent: { name: 'Elena Marchetti' } }]);
    expect(summaryRows(read, parts).map(({ label }) => label)).toEqual(['A chi si riferisce', 'Oggetto']);
  });

  it('wants to know whom it concerns', () =>
    expect(readRequest(partsOf('cancellazione-irreperibilita', {}), null).problems.map(({ name }) => name)).toEqual([
      'p.name',
      'p.taxCode',
    ]));

  it('is asked no channel, and takes the report that it begins with', () => {
    expect(fillView(parts).parts.map(({ name }) => name)).not.toContain('arrival');
    const send = sendView(parts, []);
    expect(JSON.stringify(send.parts)).toContain('La segnalazione da cui comincia');
    expect(send.buttons[0]?.label).toBe('Avvia il procedimento');
  });

  it('names whom it concerns, who is no applicant', () => {
    expect(partyKey('applicant', 'exOfficio')).toBe('party.concerned');
    expect(partyKey('counterparty', 'exOfficio')).toBe('party.counterparty');
    expect(partyKey('applicant', 'web')).toBe('party.applicant');
  });
});

it('what somebody files still wants its channel', () => {
  const parts = partsOf('cambio-residenza', person);
  expect(fillView(parts).parts.map(({ name }) => name)).toContain('arrival');
  expect(readRequest(parts, null).problems.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['channel', 'identification']),
  );
});
