import { createReadStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { addCounts, noCounts, type Counts } from '#ingest/report.ts';
import { readOaiAnswer, type OaiAnswer } from '#ingest/parse/oai-answer.ts';
import { SourceFault } from '#ingest/parse/xml/fault.ts';
import { run, type RunContext } from '#ingest/run.ts';
import { findHarvest, saveHarvest, type HarvestedList } from '#lib/store/writing/oai-harvest.ts';
import { askProvider, HarvestError, type AskSettings } from './ask-provider.ts';

export interface HarvestRequest {
  /** Base URL of the provider. */
  address: string;
  set: string | null;
  /** ISO day or moment; null: since the last harvest. */
  from: string | null;
  /** null: the first of ours that it has. */
  prefix: string | null;
  repository: string | null;
  dryRun: boolean;
}

/** What is asked for where nobody says, the richest first. */
const preferred = ['ead3', 'icar-import', 'ead', 'oai_ead', 'eac2', 'eac-cpf', 'oai_eac', 'eag'];

/**
 * Harvests a provider (OAI-PMH 2.0): each answer is loaded like a file, in its own transaction, and where the list goes on is noted with it. Broken off, it
 * goes on there; come to its end, the next one asks for what changed since this one began.
 * @throws HarvestError when the provider does not answer as one
 */
export async function harvest(
  request: HarvestRequest,
  context: RunContext,
  settings: AskSettings = {},
): Promise<Counts> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'eli4u-harvest-'));
  try {
    return await new Harvest(request, context, settings, folder).run();
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Answers without a record, one after the other, after which a list is taken for one that never ends. */
const mostEmpty = 100;
/** What can be sent back as `from` (OAI-PMH 2.0 §3.3); some write days or parts of a second. */
const moment = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}:\d{2}(\.\d+)?Z)?$/;

class Harvest {
  private pages = 0;
  private readonly tokens = new Set<string>();
  private total: Counts = { ...noCounts };

  constructor(
    private readonly request: HarvestRequest,
    private readonly context: RunContext,
    private readonly settings: AskSettings,
    private readonly folder: string,
  ) {}

  async run(): Promise<Counts> {
    const { answer: identity } = await this.ask({ verb: 'Identify' });
    if (identity.granularity === null) throw new HarvestError(`${this.request.address} does not say who it is`);
    const prefix = this.request.prefix ?? (await this.choosePrefix());
    const list: HarvestedList = { address: this.request.address, set: this.request.set ?? '', prefix };
    const state = await findHarvest(this.context.pool, list);
    const days = !identity.granularity.includes('T');
    const since = this.request.from ?? state.harvestedFrom;
    // Who says from when begins anew.
    if (state.begun && this.request.from === null) {
      const { from, token } = state.begun;
      const gone = await this.list(list, { token, from, harvestedFrom: state.harvestedFrom });
      if (gone) return this.total;
    }
    await this.list(list, {
      since: since && (days ? since.slice(0, 10) : fullMoment(since)),
      harvestedFrom: state.harvestedFrom,
    });
    return this.total;
  }

  /** A list from its beginning or from a token. @returns false where the provider has forgotten the token */
  private async list(
    list: HarvestedList,
    start: { harvestedFrom: string | null } & ({ since: string | null } | { token: string; from: string }),
  ): Promise<boolean> {
    const { address, prefix } = list;
    let token = 'token' in start ? start.token : null;
    let from = 'token' in start ? start.from : null;
    for (let empty = 0; ;) {
      const { answer, file } = await this.ask(
        token !== null
          ? { verb: 'ListRecords', resumptionToken: token }
          : {
              verb: 'ListRecords',
              metadataPrefix: prefix,
              ...(list.set ? { set: list.set } : {}),
              ...('since' in start && start.since ? { from: start.since } : {}),
            },
      );
      if (answer.error?.code === 'badResumptionToken' && token !== null) return false;
      if (answer.error && answer.error.code !== 'noRecordsMatch')
        throw new HarvestError(`${address} answers ${answer.error.code}: ${answer.error.message}`);
      from ??= answer.responseDate;
      if (from === null || !moment.test(from)) throw new HarvestError(`${address} does not say when it answers`);
      empty = answer.records > 0 ? 0 : empty + 1;
      if (empty > mostEmpty) throw new HarvestError(`${address} goes on and on with nothing in it`);
      if (answer.records > 0) await this.load(file, list);
      await rm(file, { force: true });
      token = answer.error ? null : answer.resumptionToken;
      if (!this.request.dryRun)
        await saveHarvest(this.context.pool, list, {
          harvestedFrom: token === null ? from : start.harvestedFrom,
          begun: token === null ? null : { from, token },
        });
      if (token === null) return true;
      if (this.tokens.has(token))
        throw new HarvestError(`${address} leads round in a circle: the same token came again`);
      this.tokens.add(token);
    }
  }

  private async load(file: string, { address, prefix }: HarvestedList): Promise<void> {
    const { dryRun, repository } = this.request;
    const counts = await run({ paths: [file], dryRun, repository, provider: { address, prefix } }, this.context);
    this.total = addCounts(this.total, counts);
  }

  private async choosePrefix(): Promise<string> {
    const { answer } = await this.ask({ verb: 'ListMetadataFormats' });
    const found = preferred.find((prefix) => answer.prefixes.includes(prefix));
    if (found) return found;
    const has = answer.prefixes.join(', ') || 'none';
    throw new HarvestError(
      `${this.request.address} has no format that is read here (it has ${has}); say one with --prefix`,
    );
  }

  private async ask(query: Record<string, string>): Promise<{ answer: OaiAnswer; file: string }> {
    const target = new URL(this.request.address);
    for (const [name, value] of Object.entries(query)) target.searchParams.set(name, value);
    const file = path.join(this.folder, `${query['verb']}-${String(++this.pages).padStart(6, '0')}.xml`);
    await askProvider(target.href, file, this.settings);
    try {
      return { answer: await readOaiAnswer(createReadStream(file)), file };
    } catch (error) {
      if (!(error instanceof SourceFault)) throw error;
      throw new HarvestError(`${target.href}: ${error.problem.message}`);
    }
  }
}

/** The form that OAI-PMH wants, to the second (§3.3). */
const fullMoment = (moment: string): string =>
  /^\d{4}-\d{2}-\d{2}$/.test(moment) ? `${moment}T00:00:00Z` : moment.replace(/\.\d+Z$/, 'Z');
