import { chooseMediaType } from '#lib/http/choose-media-type.ts';
import { syntaxNames } from '#lib/linked-data/syntax-names.ts';

/** Where the data of a page about services are, for who asks for data and not for the page; null: the page is what is asked for. */
export function servicesData(pathname: string, accept: string | null): string | null {
  const [, code] = /^\/servizi(?:\/(?!tabella$)([^/]+))?$/.exec(pathname) ?? [pathname, null];
  if (code === null) return null;
  const type = chooseMediaType(accept, ['text/html', ...syntaxNames.map(({ mediaType }) => mediaType)]);
  const syntax = syntaxNames.find(({ mediaType }) => mediaType === type);
  if (!syntax) return null;
  return code === undefined ? `/data/servizi.${syntax.extension}` : `/data/servizi/${code}.${syntax.extension}`;
}
