import { expect, it } from 'vitest';
import { notReceivedProblem } from '#lib/http/procedures/not-received-problem.ts';

it.each([
  ['empty', 400, 'has no bytes'],
  ['tooLong', 413, 'at most'],
  ['noSpace', 507, 'no room for this document now; nothing of it was kept'],
  ['cut', 400, 'ended before the document did; nothing of it was kept'],
] as const)('bytes that could not be taken (%s) are told as what they are', async (kind, status, words) => {
  const answer = notReceivedProblem({ kind });
  expect(answer.status).toBe(status);
  expect(await answer.text()).toContain(words);
});
