import { z } from 'zod';
import { isCodiceFiscale } from '#lib/records/codice-fiscale.ts';
import { isDay } from '../day.ts';
import type { DataField } from '../types/filing.ts';

const words = (most: number) => z.string().trim().min(1).max(most);

/** A house number may be a word: "snc" where there is none. */
export const addressSchema = z.strictObject({
  street: words(200),
  number: words(20),
  interior: words(20).optional(),
  note: words(200).optional(),
});
export type Address = z.infer<typeof addressSchema>;

/** Foglio, mappale (particella), subalterno of the land registry. */
export const parcelSchema = z.strictObject({
  sheet: z
    .string()
    .trim()
    .regex(/^\d{1,5}[A-Z]?$/i),
  parcel: z
    .string()
    .trim()
    .regex(/^[0-9A-Z./-]{1,10}$/i),
  unit: z
    .string()
    .trim()
    .regex(/^\d{1,5}$/)
    .optional(),
});
export type Parcel = z.infer<typeof parcelSchema>;

const time = /^([01]\d|2[0-3]):[0-5]\d$/;
/** Day and hour in Italy: nobody files for another time zone. */
const isDayAndTime = (text: string): boolean =>
  text.charAt(10) === 'T' && isDay(text.slice(0, 10)) && time.test(text.slice(11));

const phone = /^\+?[\d\s./()-]{5,25}$/;
const hasEnoughDigits = (text: string): boolean => text.replaceAll(/\D/g, '').length >= 5;

/** The shape of one answer to a field of a type. */
export function shapeOf(field: DataField): z.ZodType {
  const one = oneOf(field);
  return 'many' in field && field.many ? z.array(one).min(1).max(200) : one;
}

function oneOf(field: DataField): z.ZodType {
  switch (field.kind) {
    case 'text':
      return words(field.maxLength ?? 500);
    case 'longText':
      return words(field.maxLength ?? 10_000);
    case 'number':
    case 'euro': {
      const number = z
        .number()
        .min(field.min ?? -Number.MAX_SAFE_INTEGER)
        .max(field.max ?? Number.MAX_SAFE_INTEGER);
      return field.kind === 'euro' ? number.refine(hasCents, 'cents') : number;
    }
    case 'date':
      return z.string().refine(isDay);
    case 'dateTime':
      return z.string().refine(isDayAndTime);
    case 'email':
      return z.email().max(254);
    case 'phone':
      return z.string().trim().regex(phone).refine(hasEnoughDigits);
    case 'fiscalCode':
      return z.string().refine(isCodiceFiscale);
    case 'yesNo':
      return z.boolean();
    case 'address':
      return addressSchema;
    case 'parcel':
      return parcelSchema;
    case 'archivalUnit':
      return z
        .string()
        .min(1)
        .max(100)
        .regex(/^[\w-]+$/);
    case 'choice':
      return z.enum(field.options.map(({ value }) => value));
  }
}

const hasCents = (euro: number): boolean => Math.abs(euro * 100 - Math.round(euro * 100)) < 1e-6;
