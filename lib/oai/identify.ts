import { toMarkup } from '#lib/records/markup-text.ts';
import { baseUrlOf, identifierOf } from './envelope.ts';
import { writeDate } from './dates.ts';
import type { Moment, Provider } from './provider.ts';

/** A thing's identifier as an example of all. */
const sample = '00000000';

/** Who disseminates what, and how (OAI-PMH 2.0 §4.2); with the descriptions of identifiers and, where it is stated, of rights. */
export async function identifyXml({ site, store }: Provider, moment: Moment): Promise<string> {
  const earliest = Math.min((await store.earliest()) ?? moment.told, moment.told);
  const licences = await store.licences();
  return `<Identify>
<repositoryName>${toMarkup(site.name)}</repositoryName>
<baseURL>${toMarkup(baseUrlOf(site))}</baseURL>
<protocolVersion>2.0</protocolVersion>
<adminEmail>${toMarkup(site.contact)}</adminEmail>
<earliestDatestamp>${writeDate(earliest)}</earliestDatestamp>
<deletedRecord>persistent</deletedRecord>
<granularity>YYYY-MM-DDThh:mm:ssZ</granularity>
<compression>gzip</compression>
<description><oai-identifier xmlns="http://www.openarchives.org/OAI/2.0/oai-identifier" xsi:schemaLocation="http://www.openarchives.org/OAI/2.0/oai-identifier http://www.openarchives.org/OAI/2.0/oai-identifier.xsd"><scheme>oai</scheme><repositoryIdentifier>${toMarkup(site.oaiDomain)}</repositoryIdentifier><delimiter>:</delimiter><sampleIdentifier>${toMarkup(identifierOf(site, sample))}</sampleIdentifier></oai-identifier></description>
${rightsXml(licences)}</Identify>
`;
}

/** The licences in what is said of things, where institutions state them (rights manifest of OAI's guidelines). */
const rightsXml = (licences: readonly string[]): string =>
  licences.length === 0
    ? ''
    : `<description><rightsManifest xmlns="http://www.openarchives.org/OAI/2.0/rights/" xsi:schemaLocation="http://www.openarchives.org/OAI/2.0/rights/ http://www.openarchives.org/OAI/2.0/rightsManifest.xsd" appliesTo="http://www.openarchives.org/OAI/2.0/entity#metadata">${licences.map((licence) => `<rights><rightsReference ref="${toMarkup(licence)}"/></rights>`).join('')}</rightsManifest></description>\n`;
