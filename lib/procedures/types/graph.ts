import { z } from 'zod';
import type { Effect } from './effects.ts';
import type { Guard } from './guards.ts';
import type { Outcome } from './outcomes.ts';
import { normSchema, type Norm } from './term.ts';
import { nameSchema, textSchema } from './text.ts';
import type { Text } from './text.ts';

const nodeSchema = z.strictObject({
  activity: nameSchema,
  /** Where this type gives the activity another time than the catalogue. */
  norm: normSchema.optional(),
  /** Where this type has something more telling to say to the citizen. */
  citizenText: textSchema.optional(),
});

/** The activity graph of a family: only its outcomes, guards and effects validate. */
export function graphSchema<
  const O extends readonly Outcome[],
  const G extends readonly Guard[],
  const E extends readonly Effect[],
>(outcomes: O, guards: G, effects: E) {
  return z.strictObject({
    start: nameSchema,
    nodes: z.record(nameSchema, nodeSchema),
    ends: z.record(nameSchema, z.strictObject({ outcome: z.enum(outcomes) })),
    transitions: z.array(
      z.strictObject({
        from: nameSchema,
        to: nameSchema,
        /** All must hold. */
        guards: z.array(z.enum(guards)).default([]),
        /** In this order. */
        effects: z.array(z.enum(effects)).default([]),
      }),
    ),
  });
}

export interface GraphNode {
  activity: string;
  norm?: Norm | undefined;
  citizenText?: Text | undefined;
}

export interface Transition {
  from: string;
  to: string;
  guards: readonly Guard[];
  effects: readonly Effect[];
}

/** The graph of whatever family, as checks and drawings read it. */
export interface Graph {
  start: string;
  nodes: Readonly<Record<string, GraphNode>>;
  ends: Readonly<Record<string, { outcome: Outcome }>>;
  transitions: readonly Transition[];
}
