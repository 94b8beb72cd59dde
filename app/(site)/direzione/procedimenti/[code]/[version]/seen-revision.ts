/** The revision of a draft that a form was made from; one that no draft has where the form does not say it, or says it wrong. */
export function seenRevision(data: FormData): number {
  const revision = Number(data.get('revision') ?? '');
  return Number.isInteger(revision) && revision > 0 && revision < 2 ** 31 ? revision : 0;
}
