import pg from 'pg';
import { createPostgresSearch } from '#lib/search/postgres.ts';
import type { SearchRequest } from '#lib/search/search.ts';
const [db, max] = process.argv.slice(2);
const pool = new pg.Pool({ host:'127.0.0.1', port:55432, user:'postgres', database: db });
const s = createPostgresSearch(pool);
const base: SearchRequest = { scope:'public', q:'', filters:{}, from:null,to:null,dateMode:'overlap',within:null,sort:'relevance',group:null,at:{page:1},size:100,facets:false,lang:'it' };
for (const [q, sort, scope] of [['ospedale','relevance','public'],['estimo lettera sale','relevance','public'],['sale -estimo','date','public'],['sale','-date','internal'],['prato','code','public'],['prato OR bosco','title','public']] as const) {
  const seen = new Set<string>(); let n=0; let slow=0; let a = await s.query({ ...base, q, sort, scope });
  for (;;) { for (const h of a.hits) seen.add(h.id); n+=a.hits.length; if (!a.next || n>=Number(max)) break; const t=performance.now(); a = await s.query({ ...base, q, sort, scope, at:{after:a.next} }); slow=Math.max(slow, performance.now()-t);}
  console.log(q, sort, scope, 'total', a.total, a.totalEstimate, 'walked', n, 'distinct', seen.size, 'slowest', Math.round(slow));
}
await pool.end();
