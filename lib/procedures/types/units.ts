import { z } from 'zod';
import { codeSchema, textSchema, type Text } from './text.ts';

/** The offices that types name by code, with what they are called; how to reach them is kept with the office, not here. */
export const unitsSchema = z.strictObject({ units: z.record(codeSchema, textSchema) });
export type UnitNames = ReadonlyMap<string, Text>;
