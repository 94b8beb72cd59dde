import { composition } from '#lib/composition.ts';
import { scannerState } from '#lib/http/scanner-state.ts';
import { findAttention } from '#lib/store/attention.ts';

export const dynamic = 'force-dynamic';

/** Numbers for Prometheus. */
export async function GET(): Promise<Response> {
  const { store, pool, now, scanner, live } = composition();
  const [ready, counts, queue, attention, antivirus] = await Promise.all([
    store.isReady(),
    store.countHoldings().catch(() => null),
    store.findIndexQueue().catch(() => null),
    findAttention(pool, now()).catch(() => null),
    scannerState(scanner),
  ]);
  const { rss, heapUsed } = process.memoryUsage();
  const gauges: [string, string, number][] = [
    ['eli4u_up', 'The database answers', ready ? 1 : 0],
    ['eli4u_records', 'Public records', counts?.units ?? Number.NaN],
    ['eli4u_agents', 'Public agents', counts?.agents ?? Number.NaN],
    [
      'eli4u_search_queue_batches',
      'Batches of changes the search index has still to take in',
      queue?.waiting ?? Number.NaN,
    ],
    ['eli4u_search_queue_age_seconds', 'Age of the oldest of them', queue?.oldest ?? Number.NaN],
    ['eli4u_search_rejected_documents', 'Documents the search index refused', queue?.rejected ?? Number.NaN],
    ['eli4u_alerts', 'Alerts that nobody has resolved', attention?.alerts ?? Number.NaN],
    ['eli4u_webhook_queue', 'Calls of webhooks still to be made', attention?.deliveries ?? Number.NaN],
    ['eli4u_webhook_late_seconds', 'For how long the oldest of them has been due', attention?.late ?? Number.NaN],
    ['eli4u_notice_queue', 'Notices to citizens that are due and have not gone', attention?.notices ?? Number.NaN],
    ['eli4u_notice_late_seconds', 'For how long the oldest of them was to go', attention?.noticesLate ?? Number.NaN],
    ['eli4u_live_pages', 'Open pages that are told of news by this process', live.size()],
    ['eli4u_virus_scanner_up', 'The virus scanner answers; NaN where none is configured', antivirus.gauge],
    ['eli4u_database_connections', 'Open connections of this process', pool.totalCount],
    ['eli4u_database_waiting', 'Requests waiting for a connection', pool.waitingCount],
    ['process_resident_memory_bytes', 'Resident memory', rss],
    ['nodejs_heap_size_used_bytes', 'Heap in use', heapUsed],
    ['process_uptime_seconds', 'Seconds since start', Math.round(process.uptime())],
  ];
  const text = gauges
    .map(([name, help, value]) => `# HELP ${name} ${help}\n# TYPE ${name} gauge\n${name} ${value}\n`)
    .join('');
  return new Response(text, { headers: { 'content-type': 'text/plain; version=0.0.4', 'cache-control': 'no-store' } });
}
