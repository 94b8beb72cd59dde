import { toMarkup } from '#lib/records/markup-text.ts';
import { idIn } from './envelope.ts';
import { oaiError, type OaiError } from './errors.ts';
import { disseminates, type Format } from './format.ts';
import type { Provider } from './provider.ts';

/** The formats there are, or those of a thing; of one that is gone those that it had. */
export async function listFormatsXml(provider: Provider, identifier: string | null): Promise<string | OaiError> {
  let able = provider.formats;
  if (identifier !== null) {
    const id = idIn(provider.site, identifier);
    const row = id === null ? null : await provider.store.find(id);
    if (!row) return oaiError('idDoesNotExist', 'Nothing that is disseminated here bears this identifier.');
    able = provider.formats.filter((format) => disseminates(format, row));
  }
  if (able.length === 0) return oaiError('noMetadataFormats', 'It is given in no format.');
  return `<ListMetadataFormats>\n${able.map(formatXml).join('')}</ListMetadataFormats>\n`;
}

const formatXml = ({ prefix, schema, namespace }: Format): string =>
  `<metadataFormat><metadataPrefix>${prefix}</metadataPrefix><schema>${toMarkup(schema)}</schema><metadataNamespace>${toMarkup(namespace)}</metadataNamespace></metadataFormat>\n`;
