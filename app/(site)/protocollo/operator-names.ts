import { composition } from '#lib/composition.ts';

/** Names of those who registered and changed, by what the register calls them. */
export async function nameOfOperator(all: readonly string[]): Promise<(by: string) => string> {
  const idOf = (by: string) => by.replace(/^officer:/, '');
  const names = await composition().staff.namesOfMembers([...new Set(all.map(idOf))]);
  return (by) => names.get(idOf(by)) ?? by;
}
