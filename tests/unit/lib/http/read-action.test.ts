import { describe, expect, it } from 'vitest';
import { rawForm } from '#lib/http/raw-form.ts';
import { readAction } from '#lib/http/read-action.ts';

const read = (fields: Record<string, string | string[]>) => {
  const data = new FormData();
  for (const [name, values] of Object.entries(fields)) for (const value of [values].flat()) data.append(name, value);
  return readAction(rawForm(data), { member: 'giulia', unregistered: 2 });
};

describe('an action out of its form', () => {
  it('takes a case in one’s own name, whatever the form says', () => {
    expect(read({ action: 'take', by: 'mario' })).toEqual({ kind: 'read', action: { kind: 'take', by: 'giulia' } });
  });

  it('goes on with what was found, ticked and written', () => {
    expect(
      read({
        action: 'advance',
        to: 'decide',
        found: ['requirementsMet'],
        checked: ['0', '2'],
        message: ' ',
        note: 'sì',
      }),
    ).toMatchObject({
      kind: 'read',
      action: { kind: 'advance', to: 'decide', found: ['requirementsMet'], checked: [0, 2], note: 'sì' },
    });
  });

  it('counts unregistered documents itself', () => {
    expect(read({ action: 'close', unregisteredDocuments: '0' })).toMatchObject({
      action: { unregisteredDocuments: 2 },
    });
  });

  it.each([
    [{ action: 'passOn', unit: 'suap', reason: '' }, 'reason'],
    [{ action: 'extend', reference: '', reason: 'perché' }, 'reference'],
    [{ action: 'noteReceipt', on: '2026-02-30' }, 'on'],
    [{ action: 'writeNote', text: ' ' }, 'text'],
    [{ action: 'addReference', scheme: 'CUI', value: 'x'.repeat(3000) }, 'value'],
    [{ action: 'advance', to: 'refuse', reference: '' }, 'reference'],
  ])('names the field that is wanting: %j', (fields, name) => {
    const result = read(fields);
    expect(result.kind === 'wanting' && result.fields.map((field) => field.name)).toEqual([name]);
  });

  it('opens again for a ground, with the judgment where one is named', () => {
    const form = { action: 'reopen', reference: 'det. 1/2026', record: '', node: 'examination' };
    expect(read({ ...form, ground: 'falseDeclarations', judgment: 'Trib. Padova 45/2026' })).toMatchObject({
      action: { to: 'examination', ground: 'falseDeclarations', judgment: 'Trib. Padova 45/2026' },
    });
    expect(read({ ...form, ground: 'review', judgment: ' ' })).toMatchObject({
      action: { ground: 'review', judgment: undefined },
    });
    expect(read({ ...form, ground: 'whim' })).toMatchObject({ kind: 'wanting', fields: [{ name: 'ground' }] });
  });

  it('does nothing that is no action', () => {
    expect(read({ action: 'destroy' }).kind).toBe('wanting');
  });
});
