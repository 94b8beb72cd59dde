import { toldAt } from '#lib/records/dissemination-clock.ts';
import { readArguments, type OaiRequest } from './arguments.ts';
import { closeAnswer, errorsXml, openAnswer } from './envelope.ts';
import type { OaiError } from './errors.ts';
import { getRecord } from './get-record.ts';
import { identifyXml } from './identify.ts';
import { listFormatsXml } from './list-formats.ts';
import { listSetsXml } from './list-sets.ts';
import { listThings } from './list-things.ts';
import type { Moment, Provider } from './provider.ts';

/**
 * The answer to what was asked, a part at a time: OAI-PMH 2.0, whatever was asked. What fails before the first part throws; what fails later breaks off, and
 * no harvester takes half an answer for a whole one.
 * @param pairs the arguments as they came, in their order
 */
export async function answerOai(
  provider: Provider,
  pairs: Iterable<readonly [string, string]>,
): Promise<AsyncIterable<string>> {
  const clock = await provider.store.clock();
  const moment: Moment = { told: toldAt(clock, provider.now()), published: clock.published };
  const read = readArguments(pairs);
  if (read.kind === 'errors') return whole(openAnswer(provider.site, moment.told, []), [errorsXml(read.errors)]);
  const given = await verbAnswer(provider, moment, read.request);
  const open = openAnswer(provider.site, moment.told, read.asked);
  if (Array.isArray(given)) return whole(open, [errorsXml(given)]);
  if (typeof given === 'string') return whole(open, [given]);
  return whole(open, 'code' in given ? [errorsXml([given])] : given);
}

type Given = string | AsyncIterable<string> | OaiError | OaiError[];

async function verbAnswer(provider: Provider, moment: Moment, request: OaiRequest): Promise<Given> {
  switch (request.verb) {
    case 'Identify':
      return identifyXml(provider, moment);
    case 'ListMetadataFormats':
      return listFormatsXml(provider, request.identifier);
    case 'ListSets':
      return listSetsXml(provider, request.resumptionToken);
    case 'GetRecord':
      return getRecord(provider, request);
    case 'ListIdentifiers':
    case 'ListRecords':
      return listThings(provider, moment, request.verb, request);
  }
}

async function* whole(open: string, parts: AsyncIterable<string> | Iterable<string>): AsyncGenerator<string> {
  yield open;
  yield* parts;
  yield closeAnswer;
}
