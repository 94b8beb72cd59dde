import { idIn } from './envelope.ts';
import { oaiError, type OaiError } from './errors.ts';
import { disseminates } from './format.ts';
import type { Provider } from './provider.ts';
import { findingAidXml, recordXml } from './record-xml.ts';

const unknown = oaiError('idDoesNotExist', 'Nothing that is disseminated here bears this identifier.');
const noFormat = oaiError(
  'cannotDisseminateFormat',
  'There is no such format; ListMetadataFormats tells those there are.',
);
const notGiven = oaiError(
  'cannotDisseminateFormat',
  'It is not given in this format; ListMetadataFormats tells in which it is.',
);

/** One record, a part at a time. What is gone is given as such in the formats that it had. */
export async function getRecord(
  provider: Provider,
  { identifier, metadataPrefix }: { identifier: string; metadataPrefix: string },
): Promise<AsyncIterable<string> | OaiError[]> {
  const id = idIn(provider.site, identifier);
  const row = id === null ? null : await provider.store.find(id);
  const format = provider.formats.find(({ prefix }) => prefix === metadataPrefix);
  if (!row || !format) return [...(row ? [] : [unknown]), ...(format ? [] : [noFormat])];
  if (!disseminates(format, row)) return [notGiven];
  if (format.scope === 'findingAid') return wrapped(findingAidXml(provider, format, { ...row, stamp: row.subtree }));
  const [item] = row.deleted ? [] : await provider.store.items([row], format.needs);
  const given = item ? format.write(item, provider.site) : null;
  // What has been hidden since it was stamped is gone; what is there and cannot be said is not.
  return item && given === null ? [notGiven] : wrapped([recordXml(provider, row, given)]);
}

async function* wrapped(parts: AsyncIterable<string> | Iterable<string>): AsyncGenerator<string> {
  yield '<GetRecord>\n';
  yield* parts;
  yield '</GetRecord>\n';
}
