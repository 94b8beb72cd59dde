import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { writeAll, type Write } from '#lib/search/elasticsearch-bulk.ts';
import { connectElasticsearch } from '#lib/search/elasticsearch.ts';

let server: Server | null = null;
afterEach(() => server?.close());

/** An Elasticsearch that answers bulk requests with these, one after the other: a status for all, or one for each removal in it. */
async function answering(...answers: (number | number[])[]) {
  const asked: number[] = [];
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      const lines = body.trim().split('\n').length;
      asked.push(lines);
      const answer = answers.shift() ?? 500;
      const statuses = Array.isArray(answer) ? answer : [];
      response.writeHead(Array.isArray(answer) ? 200 : answer, {
        'x-elastic-product': 'Elasticsearch',
        'content-type': 'application/vnd.elasticsearch+json;compatible-with=9',
      });
      const items = statuses.map((status) => ({
        delete: { status, error: status >= 400 ? { type: 'refused' } : undefined },
      }));
      response.end(JSON.stringify({ errors: true, items }));
    });
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  const port = address !== null && typeof address === 'object' ? address.port : 0;
  return { client: connectElasticsearch({ nodes: [`http://127.0.0.1:${port}`] }), asked };
}

const removals = (count: number, changes: Partial<Write> = {}): Write[] =>
  Array.from({ length: count }, (_, i) => ({
    alias: 'test',
    scope: 'public' as const,
    id: `r${i}`,
    version: 1,
    document: null,
    optional: false,
    ...changes,
  }));

describe('writeAll', () => {
  it('tries again what found no room, and that alone', async () => {
    const { client, asked } = await answering([200, 429, 200], [200]);
    expect(await writeAll(client, removals(3), { pause: 1 })).toEqual({ written: 3, unchanged: 0, rejected: [] });
    expect(asked).toEqual([3, 1]);
  });

  it('tries again when the whole request found no room', async () => {
    const { client } = await answering(429, [200, 200]);
    expect((await writeAll(client, removals(2), { pause: 1 })).written).toBe(2);
  });

  it('gives up after some tries, and says what was not written', async () => {
    const { client, asked } = await answering([429], [429], [429]);
    const { rejected } = await writeAll(client, removals(1), { tries: 3, pause: 1 });
    expect(rejected).toEqual([{ scope: 'public', id: 'r0', reason: '429 refused' }]);
    expect(asked).toEqual([1, 1, 1]);
  });

  it('never tries again what is wrong', async () => {
    const { client, asked } = await answering([400, 200]);
    expect(await writeAll(client, removals(2), { pause: 1 })).toMatchObject({ written: 1, rejected: [{ id: 'r0' }] });
    expect(asked).toEqual([2]);
  });

  it('counts as unchanged what was newer or already gone', async () => {
    const { client } = await answering([409, 404, 200]);
    expect(await writeAll(client, removals(3))).toEqual({ written: 1, unchanged: 2, rejected: [] });
  });

  it('takes no more from its source than it has room for', async () => {
    const { client, asked } = await answering([200, 200], [200, 200], [200]);
    let given = 0;
    const source = function* () {
      for (const write of removals(5)) {
        // Two are under way and two made ready at most.
        expect(given - asked.length * 2).toBeLessThanOrEqual(4);
        given++;
        yield write;
      }
    };
    expect((await writeAll(client, source(), { bytes: 400 })).written).toBe(5);
    expect(asked).toEqual([2, 2, 1]);
  });

  it('fails when the server does', async () => {
    const { client } = await answering(403);
    await expect(writeAll(client, removals(1))).rejects.toMatchObject({ statusCode: 403 });
  });
});
