import { idIn } from './envelope.ts';
import { oaiError, type OaiError } from './errors.ts';
import { disseminates } from './formats.ts';
import type { Provider } from './provider.ts';
import { findingAidXml, itemXml } from './record-xml.ts';

/** One record, a part at a time. What is gone is given as such in any format that its kind has. */
export async function getRecord(
  provider: Provider,
  { identifier, metadataPrefix }: { identifier: string; metadataPrefix: string },
): Promise<AsyncIterable<string> | OaiError[]> {
  const id = idIn(provider.site, identifier);
  const row = id === null ? null : await provider.store.find(id);
  const format = provider.formats.find(({ prefix }) => prefix === metadataPrefix);
  const errors: OaiError[] = [
    ...(row ? [] : [oaiError('idDoesNotExist', 'Nothing that is disseminated here bears this identifier.')]),
    ...(format
      ? []
      : [oaiError('cannotDisseminateFormat', 'There is no such format; ListMetadataFormats tells those there are.')]),
  ];
  if (!row || !format) return errors;
  if (!disseminates(format, row))
    return [
      oaiError('cannotDisseminateFormat', 'It is not given in this format; ListMetadataFormats tells in which it is.'),
    ];
  if (format.scope === 'findingAid') return wrapped(findingAidXml(provider, format, { ...row, stamp: row.subtree }));
  const [item] = row.deleted ? [] : await provider.store.items([row], format.needs);
  return wrapped([itemXml(provider, format, row, item)]);
}

async function* wrapped(parts: AsyncIterable<string> | Iterable<string>): AsyncGenerator<string> {
  yield '<GetRecord>\n';
  yield* parts;
  yield '</GetRecord>\n';
}
