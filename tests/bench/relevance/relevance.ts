import type pg from 'pg';
import { table, type Row } from '../table.ts';
import { loadDemoHoldings, readHoldings } from './demo-holdings.ts';
import { engines } from './engines.ts';
import { judgedQueries } from './judged.ts';
import { queryKinds } from './judgement.ts';
import { resolve } from './resolve.ts';
import { meanOf, scoreSearch } from './score.ts';

/** Scores every engine on the demonstration holdings, in an empty database; a row for each kind of query and for all. */
export async function benchRelevance(pool: pg.Pool): Promise<Row[]> {
  await loadDemoHoldings(pool);
  const holdings = await readHoldings(pool);
  const { resolved, errors } = resolve(judgedQueries, holdings);
  if (errors.length > 0) throw new Error(`judgements that mean no record, or several:\n${errors.join('\n')}`);
  const rows: Row[] = [];
  for (const [engine, makeEngine] of Object.entries(engines)) {
    const { search, close } = await makeEngine(pool);
    try {
      const scores = await scoreSearch(search, resolved, holdings);
      const shown = scores.map(({ query, score, miss }) => ({ query, 'nDCG@10': score, 'first miss': miss }));
      console.log(`\n${engine}\n${table(shown)}`);
      const mean = (kind: string, of: typeof scores) => ({ engine, kind, queries: of.length, 'nDCG@10': meanOf(of) });
      for (const kind of queryKinds)
        rows.push(
          mean(
            kind,
            scores.filter((score) => score.kind === kind),
          ),
        );
      rows.push(mean('all', scores));
    } finally {
      await close();
    }
  }
  return rows;
}
