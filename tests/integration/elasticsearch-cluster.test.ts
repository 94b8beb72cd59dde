import { describe, expect, it } from 'vitest';
import { createPool } from '#lib/store/pool.ts';
import { killEachNode } from '#tests/bench/failover.ts';
import { insertHoldings } from '#tests/contract/search/holdings.ts';
import { freshDatabase } from '#tests/setup/database.ts';
import { startCluster } from '#tests/setup/elasticsearch-cluster.ts';
import { elasticsearchHome } from '#tests/setup/elasticsearch-distribution.ts';
import { canRun, findJava, javaProgram } from '#tests/setup/elasticsearch-java.ts';

describe('three Elasticsearch nodes', { timeout: 600_000 }, () => {
  it('go on when the first is killed: no search fails once they have settled', async (context) => {
    const java = findJava();
    if (java === null || !canRun('mvn', '--version'))
      return context.skip('Elasticsearch needs Java 21 or later, and Maven to fetch it');
    const home = await elasticsearchHome(javaProgram(java));
    const database = await freshDatabase();
    const pool = createPool(database.appUrl, { applicationName: 'failover', max: 4 });
    try {
      await insertHoldings(pool);
      const [killed] = await killEachNode(pool, () => startCluster(home, java), [0]);
      expect(killed?.searches).toBeGreaterThan(200);
      expect(killed?.['failed after']).toBe(0);
    } finally {
      await pool.end();
      await database.drop();
    }
  });
});
