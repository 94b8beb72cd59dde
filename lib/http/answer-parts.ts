import type { Language } from '#lib/i18n/language.ts';
import type { Translate } from '#lib/i18n/translate.ts';
import type { DataField } from '#lib/procedures/types/filing.ts';
import type { FormPart } from './form-view.ts';
import type { RawForm } from './raw-form.ts';

/** Rows that a field with several answers may have. */
const mostRows = 50;

const nameOf = (field: DataField): string => `a.${field.name}`;

/** How many rows a field with several answers shows: those that are filled, and one more where it was asked for. */
export function rowsOf(field: DataField, raw: RawForm): number {
  const prefix = `${nameOf(field)}.`;
  const numbers = raw.names(prefix).map((name) => Number(name.slice(prefix.length).split('.')[0]));
  const shown = Math.max(1, ...numbers.filter((n) => Number.isInteger(n) && n < mostRows).map((n) => n + 1));
  return Math.min(mostRows, raw.text('intent') === `more:${field.name}` ? shown + 1 : shown);
}

/** The fields that a type asks for, as parts of a form with what was typed. */
export function answerParts(fields: readonly DataField[], raw: RawForm, t: Translate, lang: Language): FormPart[] {
  return fields.map((field) => partOf(field, raw, t, lang));
}

function partOf(field: DataField, raw: RawForm, t: Translate, lang: Language): FormPart {
  const name = nameOf(field);
  const asked = { name, label: field.label[lang], help: field.help?.[lang], required: field.required };
  const value = raw.text(name);
  switch (field.kind) {
    case 'text':
      return { ...asked, kind: 'text', value, maxLength: field.maxLength ?? 500 };
    case 'longText':
      return { ...asked, kind: 'area', value, maxLength: field.maxLength ?? 10_000 };
    case 'number':
      return { ...asked, kind: 'number', value, width: 'short' };
    case 'euro':
      return { ...asked, kind: 'number', value, width: 'short', help: asked.help ?? t('form.euro') };
    case 'date':
      return { ...asked, kind: 'date', value, width: 'medium' };
    case 'dateTime':
      return { ...asked, kind: 'dateTime', value, width: 'medium' };
    case 'email':
      return { ...asked, kind: 'email', value };
    case 'phone':
      return { ...asked, kind: 'tel', value, width: 'medium' };
    case 'fiscalCode':
      return { ...asked, kind: 'text', value, width: 'medium', maxLength: 20 };
    case 'yesNo':
      return {
        ...asked,
        kind: 'radios',
        values: [value],
        options: [
          { value: 'yes', label: t('form.yes') },
          { value: 'no', label: t('form.no') },
        ],
      };
    case 'choice': {
      const options = field.options.map((option) => ({ value: option.value, label: option.label[lang] }));
      return { ...asked, kind: field.many ? 'checks' : 'radios', values: raw.all(name), options };
    }
    case 'address':
    case 'parcel':
    case 'archivalUnit':
      return groupOf(field, raw, t, lang);
  }
}

type RowField = Extract<DataField, { kind: 'address' | 'parcel' | 'archivalUnit' }>;

function groupOf(field: RowField, raw: RawForm, t: Translate, lang: Language): FormPart {
  const rows = field.many ? rowsOf(field, raw) : 1;
  const parts = Array.from({ length: rows }, (_, row) => row).flatMap((row) => rowParts(field, row, rows, raw, t));
  return {
    kind: 'group',
    name: nameOf(field),
    label: field.label[lang] + (field.required ? '' : ` ${t('form.optional')}`),
    help: field.help?.[lang],
    parts,
    more: field.many ? { label: t('form.more'), intent: `more:${field.name}` } : undefined,
  };
}

function rowParts(field: RowField, row: number, rows: number, raw: RawForm, t: Translate): FormPart[] {
  const base = `${nameOf(field)}.${row}`;
  const counted = (label: string) => (rows > 1 ? t('form.counted', { label, number: row + 1 }) : label);
  const input = (part: string, label: string, required: boolean, width?: 'short') => ({
    kind: 'text' as const,
    name: `${base}.${part}`,
    label: counted(label),
    required,
    value: raw.text(`${base}.${part}`),
    width,
    maxLength: 200,
  });
  // An optional row is asked for as one that is required, where somebody begins it.
  const first = true;
  switch (field.kind) {
    case 'address':
      return [
        input('street', t('form.street'), first),
        input('number', t('form.houseNumber'), first, 'short'),
        input('interior', t('form.interior'), false, 'short'),
        input('note', t('form.addressNote'), false),
      ];
    case 'parcel':
      return [
        {
          kind: 'group',
          row: true,
          name: base,
          label: counted(t('form.parcel')),
          parts: [
            input('sheet', t('form.sheet'), first, 'short'),
            input('parcel', t('form.parcelNumber'), first, 'short'),
            input('unit', t('form.parcelUnit'), false, 'short'),
          ],
        },
      ];
    case 'archivalUnit':
      return [{ ...input('id', t('form.unitId'), first), help: t('form.unitIdHelp') }];
  }
}
