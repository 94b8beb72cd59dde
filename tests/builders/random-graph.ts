import fc from 'fast-check';
import { activityTypeSchema, type ActivityCatalogue, activityPhases } from '#lib/procedures/types/activity-type.ts';
import type { Effect } from '#lib/procedures/types/effects.ts';
import type { Graph } from '#lib/procedures/types/graph.ts';
import type { Guard } from '#lib/procedures/types/guards.ts';

const guards: readonly Guard[] = [
  'documentsComplete',
  'suspensionUnused',
  'suspensionUsed',
  'preavvisoUnused',
  'preavvisoDone',
  'termExpired',
];
const effects: readonly Effect[] = [
  'startClock',
  'stopClock',
  'suspend:art2c7',
  'suspend:art10bis',
  'resumeClock',
  'communicateStart',
];

/** Activities `a0`, `a1` … in every phase, one calendar day each. */
export const plainCatalogue: ActivityCatalogue = new Map(
  Array.from({ length: 12 }, (_, index) => {
    const words = { it: `Attività ${index}`, en: `Activity ${index}` };
    const activity = activityTypeSchema.parse({
      code: `a${index}`,
      name: words,
      verb: words,
      phase: activityPhases[index % activityPhases.length],
      mode: 'desk',
      actor: 'officer',
      norm: { days: 1, unit: 'calendar' },
      citizenText: words,
      notify: 'none',
    });
    return [activity.code, activity];
  }),
);

/** Any graph, sound or not: loops, dead ends, several lines between two nodes. */
export const randomGraph: fc.Arbitrary<Graph> = fc.integer({ min: 1, max: 10 }).chain((size) => {
  const names = Array.from({ length: size }, (_, index) => `n${index}`);
  const ends = ['granted', 'refused'] as const;
  const step = fc.record({
    from: fc.constantFrom(...names),
    to: fc.constantFrom(...names, ...ends),
    guards: fc.subarray([...guards], { maxLength: 2 }),
    effects: fc.subarray([...effects], { maxLength: 2 }),
  });
  return fc.record({
    start: fc.constant('n0'),
    nodes: fc.constant(Object.fromEntries(names.map((name, index) => [name, { activity: `a${index}` }]))),
    ends: fc.constant({ granted: { outcome: 'granted' as const }, refused: { outcome: 'refused' as const } }),
    transitions: fc.array(step, { maxLength: 30 }),
  });
});
