import type { OwnData } from '#lib/records/own-data.ts';

/** One's data as JSON, a part at a time; dates are ISO 8601, keys the same in every language. */
export async function* ownDataJson({
  cases,
  drafts,
  delegations,
  contactChanges,
  officeContacts,
  looks,
  ...head
}: OwnData): AsyncGenerator<string> {
  // The brace that ends it comes after the lists.
  yield JSON.stringify({ format: 'eli4u-own-data', version: 1, ...head }, null, 1).replace(/\n\}$/, '');
  for (const [name, items] of Object.entries({ cases, drafts, delegations, contactChanges, officeContacts, looks })) {
    yield `,\n "${name}": [`;
    let first = true;
    for await (const item of items()) {
      yield `${first ? '' : ','}\n  ${JSON.stringify(item)}`;
      first = false;
    }
    yield first ? ']' : '\n ]';
  }
  yield '\n}\n';
}
