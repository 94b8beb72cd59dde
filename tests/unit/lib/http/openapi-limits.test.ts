import { expect, it } from 'vitest';
import { z } from 'zod';
import { toOpenApi } from '#lib/http/openapi.ts';

const contractSchema = z.object({
  paths: z.record(
    z.string(),
    z.record(
      z.string(),
      z.object({
        operationId: z.string(),
        security: z.array(z.object({ key: z.array(z.string()) })).optional(),
        responses: z.record(z.string(), z.object({ headers: z.record(z.string(), z.unknown()).optional() })),
      }),
    ),
  ),
});

it('the contract says 429 with Retry-After wherever a key is wanted, and nowhere else', () => {
  const { paths } = contractSchema.parse(toOpenApi('http://site'));
  const operations = Object.values(paths).flatMap((path) => Object.values(path));
  const keyed = operations.filter(({ security }) => security);
  expect(keyed.length).toBeGreaterThanOrEqual(8);
  for (const { operationId, security, responses } of operations) {
    const retryAfter = Object.keys(responses['429']?.headers ?? {});
    expect([operationId, retryAfter]).toEqual([operationId, security ? ['Retry-After'] : []]);
  }
});
