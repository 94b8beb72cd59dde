import { addDays, type Day } from '#lib/procedures/day.ts';

/** The calls of the nurseries: each year in February, and one for the places left that is open today. */
export function callsUntil(first: Day, today: Day): { opensOn: Day; closesOn: Day }[] {
  const years = Array.from(
    { length: Number(today.slice(0, 4)) - Number(first.slice(0, 4)) + 1 },
    (_, i) => Number(first.slice(0, 4)) + i,
  );
  const yearly = years
    .map((year) => ({ opensOn: `${year}-02-03`, closesOn: `${year}-03-03` }))
    .filter(({ opensOn, closesOn }) => opensOn >= first && closesOn < addDays(today, -20));
  return [...yearly, { opensOn: addDays(today, -20), closesOn: addDays(today, 9) }];
}
