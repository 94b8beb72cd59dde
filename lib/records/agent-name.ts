/**
 * The form under which a mention of an agent meets its authority record: folded to lower-case ASCII letters and digits, words in the
 * source's order. Two names with one key are one agent of that kind (ISAAR(CPF) 5.1.2: the authorised form tells agents apart).
 */
export function agentNameKey(name: string): string {
  const key = name
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return key.length <= 200 ? key : key.slice(0, 200).toWellFormed();
}
