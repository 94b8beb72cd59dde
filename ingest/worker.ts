import { setMaxListeners } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { createClamd } from '#lib/antivirus/clamd.ts';
import { tendDump } from '#lib/jobs/dump/tend-dump.ts';
import { siteAddress } from '#lib/jobs/site-address.ts';
import { readConfig } from '#lib/config.ts';
import { stampDissemination } from '#lib/jobs/stamp-dissemination.ts';
import { reindexStale } from '#lib/jobs/reindex-stale.ts';
import { tendEuropeana } from '#lib/jobs/tend-europeana.ts';
import { tendKeeping } from '#lib/jobs/tend-keeping.ts';
import { preserve } from '#lib/jobs/preserve.ts';
import { tendProcedures } from '#lib/jobs/tend-procedures.ts';
import { tendDeliveries } from '#lib/jobs/deliveries/tend-deliveries.ts';
import { tendPayments } from '#lib/jobs/payments/tend-payments.ts';
import { createPagoPaClient } from '#lib/pagopa/pagopa-client.ts';
import { createPaymentStore } from '#lib/store/payments/payment-store.ts';
import { createSendClient } from '#lib/send-platform/send-client.ts';
import { createDeliveryStore } from '#lib/store/deliveries/delivery-store.ts';
import { tendMail } from '#lib/jobs/mail/tend-mail.ts';
import { watchScanner } from '#lib/jobs/watch-scanner.ts';
import { weighAgain } from '#lib/jobs/weigh-again.ts';
import { openChannels } from '#lib/channels/open-channels.ts';
import { queueNotifications } from '#lib/jobs/notifications/queue-notifications.ts';
import { tendNotifications } from '#lib/jobs/notifications/tend-notifications.ts';
import { tendRegister } from '#lib/jobs/tend-register.ts';
import { deliverDue } from '#lib/jobs/webhooks/deliver.ts';
import { queueDeliveries } from '#lib/jobs/webhooks/queue-deliveries.ts';
import { movedClock } from '#lib/moved-clock.ts';
import { romeDay } from '#lib/procedures/rome.ts';
import { feedIndex } from '#lib/jobs/feed-index.ts';
import { openDue } from '#lib/store/visibility/open-due.ts';
import { drainOutbox, type OutboxRow } from '#lib/jobs/outbox.ts';
import { sealAudit } from '#lib/jobs/seal-audit.ts';
import { openOuterIndex } from '#lib/search/outer-index.ts';
import { sweepDrafts } from '#lib/store/documents/sweep-drafts.ts';
import { sweepDrawings } from '#lib/store/derived/drawing-drafts.ts';
import { openPreservation } from '#lib/preservation/open-system.ts';
import { dailyRegisterSource } from '#lib/store/preservation/daily-register-source.ts';
import { fascicoloSource } from '#lib/store/preservation/fascicolo-source.ts';
import { sweepPyramids } from '#lib/store/images/unreferenced-pyramids.ts';
import { sweepUnreferenced } from '#lib/store/keeping/sweep-unreferenced.ts';
import { forgetLinks } from '#lib/store/email-accounts/forget-links.ts';
import { forgetSessions } from '#lib/store/sessions/forget-sessions.ts';
import { forgetRequestDrafts } from '#lib/store/request-drafts/forget-drafts.ts';
import { sweepUploads } from '#lib/store/uploads/sweep-uploads.ts';
import { createPool } from '#lib/store/pool.ts';
import { createProcedureTypes } from '#lib/store/procedure-types.ts';
import { createProtocolStore } from '#lib/store/protocol/protocol-store.ts';
import { createProcedureStore } from '#lib/store/procedures/procedure-store.ts';

const pause = 1000;
/** Between looks at what time brings to procedures. */
const minute = 60_000;
const url = process.env.ELI4U_APP_URL;
if (!url) throw new Error('the worker is started by the launcher: ELI4U_APP_URL is missing');
/** A hand for each of the rounds below, and some for those that read with one and write with another; what keeps two workers apart has a connection of its own. */
const connections = 20;
const pool = createPool(url, { applicationName: 'eli4u worker', max: connections });
const config = readConfig(process.env);
const index = openOuterIndex(config, pool);
const now = movedClock(config.clock);
const types = createProcedureTypes('schemas/procedures', pool);
const scanner = config.clamav && createClamd(config.clamav);
const parts = { pool, dataDir: config.dataDir, types, now, scanner };
const procedures = createProcedureStore(parts);
const protocol = createProtocolStore(parts);
const deliveries = createDeliveryStore(parts);
const send = config.send && createSendClient(config.send);
const creditor = { taxCode: types.comune().taxCode, name: types.comune().name.it };
const payments = createPaymentStore({ ...parts, pagoPa: config.pagoPa && createPagoPaClient(config.pagoPa, creditor) });
const preservation = {
  ...parts,
  system: openPreservation(config),
  sources: [dailyRegisterSource(pool, config.dataDir), fascicoloSource(pool, config.dataDir)],
  submitter: () => ({ taxCode: types.comune().taxCode, name: types.comune().name.it }),
};
const notices = await openChannels(config);
const ending = new AbortController();
const { signal } = ending;
// Each of the rounds below waits for it.
setMaxListeners(50, signal);
let lastDay = '';

for (const cause of ['SIGINT', 'SIGTERM', 'disconnect'] as const) process.on(cause, () => ending.abort());

/** Each outbox row to whoever has to do with it. */
async function handle(client: Parameters<typeof reindexStale>[0], row: OutboxRow): Promise<void> {
  await weighAgain(client, row);
  await reindexStale(client, row);
  await queueDeliveries(client, row, now());
  await queueNotifications(client, row, { now: now(), catalogue: types.catalogue(), configured: notices.configured });
}

/** One round: what the outbox asks for, the audit chain, and once a day what has become free to read. */
async function round(): Promise<void> {
  while ((await drainOutbox(pool, handle)) > 0 && !signal.aborted);
  await sealAudit(pool);
  const today = romeDay(now());
  if (today === lastDay) return;
  await sweepDrafts(config.dataDir, Date.now());
  const forgotten = await forgetRequestDrafts(pool, now());
  if (forgotten > 0) console.log(`${forgotten} drafts of requests were forgotten a year after their last word`);
  const opened = await openDue(pool, today);
  lastDay = today;
  if (opened > 0) console.log(`${opened} records became free to read on ${today}`);
}

/** Again and again, with a pause between; what fails is told and tried the next time, for the database may be restarting. */
async function rounds(work: () => Promise<void>, rest: number): Promise<void> {
  while (!signal.aborted) {
    try {
      await work();
    } catch (error) {
      console.error(error);
    }
    await sleep(rest, undefined, { signal }).catch(() => undefined);
  }
}

async function deliver(): Promise<void> {
  const parts = { pool, now, baseUrl: config.web.baseUrl ?? '', reachable: config.webhooks };
  while ((await deliverDue(parts)) > 0 && !signal.aborted);
}

/** What nobody came back to, and what a process left that was ended. Files bear the time of the machine, whatever the clock is moved to. */
async function sweepLeftovers(): Promise<void> {
  await sweepUploads(pool, config.dataDir, now());
  await sweepDrawings(config.dataDir, Date.now());
  await sweepUnreferenced(pool, config.dataDir, Date.now());
  await sweepPyramids(pool, config.dataDir, Date.now());
  await forgetSessions(pool, new Date());
  await forgetLinks(pool, now());
}

await Promise.all([
  rounds(round, pause),
  rounds(
    () => tendDump({ pool, types, base: siteAddress(config), dataDir: config.dataDir, now }, console.log, signal),
    minute,
  ),
  rounds(() => tendProcedures(pool, procedures, now, console.log, signal), minute),
  rounds(() => tendKeeping({ pool, dataDir: config.dataDir, now }, console.log, signal), minute),
  rounds(() => stampDissemination(pool, signal), pause),
  rounds(deliver, pause),
  tendNotifications({ pool, now, types, notices }, rounds, signal),
  rounds(sweepLeftovers, 60 * minute),
  rounds(() => tendMail({ ...parts, mail: config.mail, protocol }, console.log, signal), minute),
  rounds(() => tendPayments({ pool, now }, payments, procedures, signal), minute / 6),
  rounds(() => tendDeliveries(pool, deliveries, send, signal), minute),
  rounds(async () => void (await preserve(preservation, signal)), minute),
  rounds(() => watchScanner(pool, scanner, now()), minute),
  rounds(() => tendEuropeana(pool, signal), 5 * pause),
  rounds(() => tendRegister(pool, protocol, console.log, signal), minute),
  feedIndex(pool, index, console.log, signal),
]);
await index?.close();
notices.close();
await pool.end();
