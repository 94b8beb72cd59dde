import { apeEadDocument } from '#lib/projections/ape-ead.ts';
import { ead3Document } from '#lib/projections/ead3.ts';
import { icarImportDocument } from '#lib/projections/icar-import.ts';
import { toEac2 } from '#lib/projections/eac2.ts';
import { toEacCpf } from '#lib/projections/eac-cpf.ts';
import { toEacSan } from '#lib/projections/eac-san.ts';
import { toEadSan } from '#lib/projections/ead-san.ts';
import { toEag } from '#lib/projections/eag.ts';
import { toEdm } from '#lib/projections/edm.ts';
import { toMets } from '#lib/projections/mets.ts';
import { toMetsSan } from '#lib/projections/mets-san.ts';
import { toOaiDc } from '#lib/projections/oai-dc.ts';
import { toPico } from '#lib/projections/pico.ts';
import { toRicercaSan } from '#lib/projections/ricerca-san.ts';
import { toRicoXml } from '#lib/linked-data/rico-xml.ts';
import { toSconsSan } from '#lib/projections/scons-san.ts';
import { ofAgents, ofAll, ofFindingAids, ofInstitutions, ofRecords, type Format } from './format.ts';

/** The formats that the site disseminates: to add one is to add a line. */
export const formats: readonly Format[] = [
  ofAll(
    {
      prefix: 'oai_dc',
      schema: 'http://www.openarchives.org/OAI/2.0/oai_dc.xsd',
      namespace: 'http://www.openarchives.org/OAI/2.0/oai_dc/',
      needs: { digitalObjects: false, related: false },
    },
    toOaiDc,
  ),
  ofFindingAids(
    {
      prefix: 'ead3',
      schema: 'https://www.loc.gov/ead/ead3.xsd',
      namespace: 'http://ead3.archivists.org/schema/',
    },
    ead3Document,
  ),
  ofFindingAids(
    {
      prefix: 'ead',
      schema: 'http://www.archivesportaleurope.net/Portal/profiles/apeEAD.xsd',
      namespace: 'urn:isbn:1-931666-22-9',
    },
    apeEadDocument,
  ),
  ofFindingAids(
    {
      prefix: 'icar-import',
      schema: 'http://www.san.beniculturali.it/tracciato/icar-import.xsd',
      namespace: 'http://www.san.beniculturali.it/icar-import',
    },
    icarImportDocument,
  ),
  ofAll(
    {
      prefix: 'rico',
      // RiC-O is an ontology: what stands on the wire is RDF/XML, whatever is said in it.
      schema: 'http://www.openarchives.org/OAI/2.0/rdf.xsd',
      namespace: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
    },
    toRicoXml,
  ),
  ofRecords(
    {
      prefix: 'edm',
      schema: 'https://www.europeana.eu/schemas/edm/EDM.xsd',
      namespace: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
      ability: 'europeana',
    },
    toEdm,
  ),
  ofRecords(
    {
      prefix: 'mets',
      schema: 'http://www.loc.gov/standards/mets/mets.xsd',
      namespace: 'http://www.loc.gov/METS/',
      ability: 'digital',
    },
    toMets,
  ),
  ofRecords(
    {
      prefix: 'mets-san',
      schema: 'http://san.beniculturali.it/tracciato/mets-san.xsd',
      namespace: 'http://san.mibac.it/mets-san/',
      ability: 'digital',
    },
    toMetsSan,
  ),
  ofRecords(
    {
      prefix: 'pico',
      schema: 'http://www.culturaitalia.it/pico/schemas/1.0/pico.xsd',
      namespace: 'http://purl.org/pico/1.0/',
      needs: { digitalObjects: true, related: false },
    },
    toPico,
  ),
  ofAgents(
    {
      prefix: 'eac2',
      schema: 'https://raw.githubusercontent.com/SAA-SDT/eac-cpf-schema/main/xml-schemas/eac-cpf/eac.xsd',
      namespace: 'https://archivists.org/ns/eac/v2',
    },
    toEac2,
  ),
  ofAgents(
    {
      prefix: 'eac-cpf',
      schema: 'https://www.archivesportaleurope.net/Portal/profiles/apeEAC-CPF.xsd',
      namespace: 'urn:isbn:1-931666-33-4',
    },
    toEacCpf,
  ),
  ofInstitutions(
    {
      prefix: 'eag',
      schema: 'https://www.archivesportaleurope.net/Portal/profiles/eag_2012.xsd',
      namespace: 'http://www.archivesportaleurope.net/Portal/profiles/eag_2012/',
    },
    toEag,
  ),
  ofRecords(
    {
      prefix: 'ead-san',
      schema: 'http://san.beniculturali.it/tracciato/schemaead.xsd',
      namespace: 'http://san.mibac.it/ead-san/',
      ability: 'upperLevel',
      needs: { digitalObjects: false, related: false },
    },
    toEadSan,
  ),
  ofAgents(
    {
      prefix: 'eac-san',
      schema: 'http://san.beniculturali.it/tracciato/schemaeac.xsd',
      namespace: 'http://san.mibac.it/eac-san/',
      ability: 'creator',
    },
    toEacSan,
  ),
  ofInstitutions(
    {
      prefix: 'scons-san',
      schema: 'http://san.beniculturali.it/tracciato/scons.xsd',
      namespace: 'http://san.mibac.it/scons-san/',
    },
    toSconsSan,
  ),
  ofRecords(
    {
      prefix: 'ricerca-san',
      schema: 'http://san.beniculturali.it/tracciato/strumenti.xsd',
      namespace: 'http://san.mibac.it/ricerca-san/',
      ability: 'findingAid',
      needs: { digitalObjects: false, related: false },
    },
    toRicercaSan,
  ),
];
