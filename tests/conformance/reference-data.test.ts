import { createReadStream, existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readSource } from '#ingest/parse/source.ts';

/**
 * Real files of public repositories and what reading each gives: records, authority records and institutions, and whether
 * there was anything to say. A folder's line begins with `#`; a file's has name | what was read | outcome: codes of problems.
 */
const expected = `
# ArchivesPortalEuropeFoundation+ape-dpt/DPTutils/src/test/resources
IMAGES_LANGUAGES.ead.xml | 10 units | clean
IMAGES_NO_LANGUAGES.ead.xml | 10 units | clean
NL-HaNA_1.01.01.01.ead.xml | 290 units | warnings: title-missing
test_dates.xml | 0 units | quarantined: unknown-format
test_links.xml | 0 units | quarantined: unknown-format
# ArchivesPortalEuropeFoundation+apex-backend/Dashboard/src/main/resources/StartingProject
AL.xml | 15 units | warnings: id-repeated
# ArchivesPortalEuropeFoundation+apex-backend/Dashboard/src/test/resources/eu/archivesportaleurope/xml/xpath/handler
nested-test-file.xml | 0 units | quarantined: unknown-format
test-file.xml | 0 units | quarantined: unknown-format
# ArchivesPortalEuropeFoundation+apex-backend/DashboardRegressionTest/src/main/resources
NL-HaNA_3.01.01.ead.xml | 2653 units | warnings: date-inverted date-unreadable title-missing
NL-HaNA_4.VTHR.ead.xml | 2549 units | warnings: date-inverted date-span date-unreadable title-missing
TC-00000000372.xml | 0 units 1 agents | clean
# ArchivesPortalEuropeFoundation+apex-backend/commons/src/test/resources
APE_EAD_eag_35.xml | 0 units 1 agents | clean
EAG2012_NL-HaNA.xml | 0 units 1 agents | clean
# EHRI+ehri-frontend/modules/admin/test/resources
invalid-ead.xml | 5 units | warnings: level-missing
valid-ead.xml | 5 units | warnings: level-missing
# EHRI+ehri-frontend/test/resources
hierarchical-ead.xml | 5 units | warnings: level-missing
# EHRI+ehri-rest/ehri-io/src/test/resources
EAD3test.xml | 15 units | warnings: date-unreadable level-missing title-missing
EHRI-test-ead.xml | 7 units | warnings: date-unreadable
MS1_O84_HEB-partial-unicode.xml | 1 units | warnings: date-unreadable
NIOD-38640.xml | 24 units | warnings: date-beyond
PersonalitiesV2.xml | 0 units 1 agents | clean
YV_m19_heb.xml | 3 units | clean
best20130618-testpart.xml | 9 units | clean
comprehensive-ead-ead3.xml | 37 units | warnings: level-missing
comprehensive-ead.xml | 37 units | warnings: level-missing
exptestEsterwegen_de.xml | 4 units | clean
exptestEsterwegen_en.xml | 4 units | warnings: date-unreadable
ifz_ED.xml | 5 units | warnings: date-unreadable
irn1351.xml | 1044 units | warnings: level-missing
its-gestapo-whole.xml | 487 units | warnings: title-missing
johnCage.xml | 1 units | clean
simple-ead3.xml | 2 units | clean
stadsarchief30602.xml | 6 units | clean
wegwijzer.xml | 6 units | clean
wp2_jmp_ead.xml | 7 units | warnings: level-missing title-missing
zbirka-gradiva-za-povijest-zidova-collection-of-material-concerning-history-of-jews.xml | 3 units | clean
# ICCD-MiBACT+Archivi-fotografici/Descrizione Archivi Fotografici/esempi
complesso_archivistico_FondoSerieAlbum_EAD3.xml | 3 units | clean
fotografiaEAD3.xml | 1 units | clean
soggetto_conservatore.xml | 0 units 1 agents | clean
# IstitutoCentraleArchivi-ICAR+Esempi-ICAR-import-2/Impacchettamento
Impacchettamento_record.xml | 6 units 9 agents | clean
# IstitutoCentraleArchivi-ICAR+Esempi-ICAR-import-2/Tracciati_EAC-CPF
Agente_ente.xml | 0 units 1 agents | clean
Agente_ente_Conservatore.xml | 0 units 1 agents | clean
Agente_famiglia.xml | 0 units 1 agents | clean
Agente_persona.xml | 0 units 1 agents | clean
ContestoStorico.xml | 0 units 1 agents | clean
Eventi.xml | 0 units 1 agents | clean
Indice-antroponimo.xml | 0 units 1 agents | clean
Indice-ente.xml | 0 units 1 agents | clean
Indice-famiglia.xml | 0 units 1 agents | clean
ProfiloIstituzionale.xml | 0 units 1 agents | clean
# IstitutoCentraleArchivi-ICAR+Esempi-ICAR-import-2/Tracciati_EAD3
ComplArch_SIA.xml | 4 units | clean
FonteArchivistica.xml | 1 units | clean
FonteNormativa.xml | 1 units | clean
Progetto.xml | 1 units | clean
RifBibliografico.xml | 1 units | clean
RiferimentoWeb.xml | 1 units | clean
Soggetto.xml | 1 units | clean
StrumentiRicerca-SIA.xml | 1 units | clean
Tematismo.xml | 1 units | clean
Toponimo.xml | 1 units | clean
UD_Audiovisivo.xml | 2 units | clean
UD_Cartografia.xml | 2 units | clean
UD_Fotografia.xml | 2 units | clean
UD_Grafica.xml | 2 units | clean
UD_Manoscritto.xml | 2 units | clean
UD_Pergamena.xml | 2 units | clean
# IstitutoCentraleArchivi-ICAR+ICAR-Semantics/assets/example-datasets/archival-resource-set-dataset
ComplArch.xml | 2 units | warnings: title-missing
# IstitutoCentraleArchivi-ICAR+ICAR-Semantics/assets/example-datasets/formal-organization-dataset
Agente_ente.xml | 0 units 1 agents | clean
# SAA-SDT+EAD3/samples/ead2002
Kitchen_sink_AT_output_EAD_with_enumerated_Cs.xml | 72 units | warnings: level-missing
kitchen_sink_EAD_for_testing_think_this_most_complete.xml | 2 units | warnings: date-unreadable
# SAA-SDT+EAD3/samples/ead3
C1571.EAD3-undeprecated.xml | 13 units | warnings: title-missing
C1571.EAD3.xml | 13 units | warnings: title-missing
EAD3test-rng.xml | 25 units | warnings: date-unreadable level-missing title-missing
EAD3test-undeprecated.xml | 15 units | warnings: date-unreadable level-missing title-missing
EAD3test-xsd.xml | 25 units | warnings: date-unreadable level-missing title-missing
EAD3test.xml | 15 units | warnings: date-unreadable level-missing title-missing
EINSTEIN_ALBERT_18791955.CPF.xml | 0 units 1 agents | clean
S.0001_valid.xml | 9 units | clean
schematron_test_ead3.xml | 1 units | warnings: date-unreadable title-missing
untitled.xml | 1 units | warnings: level-missing title-missing
# SAA-SDT+EAD3/samples/ead3/NCSU
mc00084.xml | 2105 units | warnings: level-missing
mc00338.xml | 7252 units | warnings: date-inverted date-unreadable level-missing
rbc00001.xml | 48 units | warnings: level-missing
ua015_010.xml | 3923 units | warnings: date-inverted date-unreadable level-missing
# SAA-SDT+EAD3/samples/ead3/UMN
CLRC-2155.xml | 7 units | clean
mss060.xml | 1 units | clean
naa213.xml | 40 units | warnings: level-missing title-missing
sw0116-ead3.xml | 159 units | clean
uarc01180.xml | 167 units | clean
yusa0008-ead3.xml | 86 units | warnings: date-unreadable
yusa0009x2x16-ead3.xml | 7 units | warnings: level-missing
# SAA-SDT+EAS-Best-Practices/_examples
eaccpf-example-extended.xml | 0 units 2 agents | clean
eaccpf-example-minimal.xml | 0 units 1 agents | clean
eaccpf-matturbancenter.xml | 0 units 1 agents | clean
eaccpf-mozart.xml | 0 units 1 agents | clean
# SAA-SDT+eac1-to-eac2-conversion/sample-files/input
118540238.xml | 0 units 1 agents | clean
118583670.xml | 0 units 1 agents | clean
EAC-CPF1_0.xml | 0 units 2 agents | clean
FRAF_P_00007.xml | 0 units 1 agents | clean
FRDAF00APH_NA003.xml | 0 units 1 agents | clean
SIA_Regents_EACSIBoardRegents.xml | 0 units 1 agents | clean
US-CtY-BR_2012_TheClub.xml | 0 units 1 agents | clean
# SAA-SDT+eac1-to-eac2-conversion/sample-files/output
118540238.xml | 0 units 1 agents | clean
SIA_Regents_EACSIBoardRegents.xml | 0 units 1 agents | clean
# archivesspace+archivesspace/backend/spec/examples/eac
FRAF_P_00014.xml | 0 units 1 agents | clean
MMeT-C_2012_RCR00751.xml | 0 units | quarantined: unknown-format
RCR00174.xml | 0 units | quarantined: unknown-format
SIA_Charles_Walcott_EAC.xml | 0 units 1 agents | clean
SIA_NMAH_EACAmericanHistory.xml | 0 units 1 agents | clean
SIA_NMAH_EACAmericanHistory_modified.xml | 0 units 1 agents | clean
US-CtY-BR_2012_Boswell.xml | 0 units 1 agents | clean
US-CtY-BR_2012_Boswell_modified.xml | 0 units 1 agents | clean
eac.p020169_d20120621_t181718_906.xml | 0 units 1 agents | clean
feynman-richard-phillips-1918-1988-cr.xml | 0 units 1 agents | clean
fuller-r-buckminster-richard-buckminster-1895-1983-cr.xml | 0 units 1 agents | clean
xmleac.xml | 0 units | quarantined: malformed
yale_cadell.xml | 0 units 1 agents | clean
# archivesspace+archivesspace/backend/spec/examples/ead
afcu.xml | 6 units | warnings: level-missing
archon-tracer.xml | 12 units | warnings: date-unreadable level-missing
at-tracer.xml | 13 units | clean
ead-dao-test.xml | 9 units | clean
ferris.xml | 19 units | clean
hornstein.xml | 720 units | clean
vmi.xml | 2 units | warnings: date-unreadable
voorhis.xml | 531 units | warnings: date-beyond date-inverted date-unreadable level-missing
wegmann.xml | 2 units | clean
wnyu.xml | 44 units | warnings: level-missing
# archivesspace+archivesspace/backend/spec/fixtures/oai/responses
getrecord_oai_dc.xml | 0 units | quarantined: unknown-format
getrecord_oai_dcterms.xml | 0 units | quarantined: unknown-format
getrecord_oai_ead.xml | 2 units | clean
getrecord_oai_ead_without_uris.xml | 2 units | clean
getrecord_oai_marc.xml | 0 units | quarantined: unknown-format
getrecord_oai_mods.xml | 0 units | quarantined: unknown-format
getrecord_resource_oai_dc.xml | 0 units | quarantined: unknown-format
getrecord_resource_oai_dcterms.xml | 0 units | quarantined: unknown-format
getrecord_resource_oai_marc.xml | 0 units | quarantined: unknown-format
getrecord_resource_oai_mods.xml | 0 units | quarantined: unknown-format
identify.xml | 0 units | quarantined: unknown-format
list_metadata_formats.xml | 0 units | quarantined: unknown-format
list_sets.xml | 0 units | quarantined: unknown-format
# edsu+lc-findingaids/data
eadmus.mu012008.2.xml | 11128 units | warnings: date-unreadable title-missing
eadpnp.pp004001.2.xml | 5021 units | clean
# projectblacklight+arclight/spec/fixtures/ead/nlm
alphaomegaalpha.xml | 39 units | warnings: level-missing
ncaids544-id-test.xml | 13 units | warnings: date-unreadable level-missing
# projectblacklight+arclight/spec/fixtures/ead/sample
deeply-nested-components.xml | 32 units | warnings: title-missing
large-components-list.xml | 405 units | clean
no-ids-recordgrp-level.xml | 5 units | clean
# projectblacklight+arclight/spec/fixtures/ead/sul-spec
a0011.xml | 2 units | clean
m0198_from_ASpace.xml | 7 units | clean
pc0170.xml | 7 units | clean
`;

const folder = path.resolve(process.env.REFERENCE_DATA ?? '../shared', 'data');

interface Expectation {
  file: string;
  read: string;
  outcome: string;
}

function table(): Expectation[] {
  let below = '';
  return expected.split('\n').flatMap((line) => {
    if (line.startsWith('# ')) below = line.slice(2);
    const [name, read, outcome] = line.split(' | ');
    return name && read && outcome ? [{ file: `${below}/${name}`, read, outcome }] : [];
  });
}

async function readFileOf(file: string) {
  let units = 0;
  let seen = 0;
  let others = 0;
  let outcome = 'clean';
  let isEad = false;
  const codes = new Set<string>();
  for await (const drafts of readSource(createReadStream(path.join(folder, file)), { fileName: file })) {
    for (const draft of drafts) {
      if (draft.kind === 'source') isEad = draft.format.startsWith('ead');
      if (draft.kind === 'sourceEnd') units += draft.units;
      if (draft.kind === 'unit' && !draft.revision) seen++;
      if (draft.kind === 'agent' || draft.kind === 'institution') others++;
      if (draft.kind === 'problem' && outcome === 'clean') outcome = 'warnings';
      if (draft.kind === 'quarantined' || draft.kind === 'failed') outcome = 'quarantined';
      if ('problem' in draft) codes.add(draft.problem.code);
    }
  }
  const said = codes.size > 0 ? `: ${[...codes].sort().join(' ')}` : '';
  return { read: `${units} units${others ? ` ${others} agents` : ''}`, outcome: outcome + said, units, seen, isEad };
}

/** archdesc and components as a search for their tags counts them. */
function componentsIn(file: string): number {
  const text = readFileSync(path.join(folder, file), 'utf8').replace(/<!--[^]*?-->/g, '');
  return text.match(/<(?:\w+:)?(?:c|c0[1-9]|c1[012]|archdesc)[\s>/]/g)?.length ?? 0;
}

const missing = existsSync(folder) ? null : `no reference data at ${folder} (set REFERENCE_DATA)`;

it.runIf(process.env.REQUIRE_ALL === '1')('the reference data is there', () => expect(missing).toBeNull());

describe.skipIf(missing !== null)(`real files${missing === null ? '' : ` (SKIPPED: ${missing})`}`, () => {
  it.each(table())('$file: $outcome', async ({ file, read, outcome }) => {
    const result = await readFileOf(file);
    expect({ read: result.read, outcome: result.outcome }).toEqual({ read, outcome });
    expect(result.seen).toBe(result.units);
    if (result.isEad) expect(result.units).toBe(componentsIn(file));
  });

  it('leaves none out', () => {
    const present = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.xml'));
    const told = table().map(({ file }) => file);
    expect(present.sort()).toEqual(told.sort());
  });
});
