import { composition } from '#lib/composition.ts';

/** Names of those who edited, by what edits call them; who is none of the staff is called as the edit does. */
export async function namesOf(edits: readonly (string | null)[]): Promise<(by: string | null) => string> {
  const id = (by: string) => by.replace(/^officer:/, '');
  const names = await composition().staff.namesOfMembers([...new Set(edits.flatMap((by) => (by ? [id(by)] : [])))]);
  return (by) => (by === null ? '—' : (names.get(id(by)) ?? by));
}
