import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { toAggregationXml } from '#lib/projections/allegato5-aggregation.ts';
import {
  toDocumentMetadata,
  toDocumentMetadataXml,
  type DocumentMetadataFacts,
} from '#lib/projections/allegato5-document.ts';

const hash = 'ab'.repeat(32);
const facts: DocumentMetadataFacts = {
  record: 'doc1',
  sha256: hash,
  title: 'Istanza',
  fileName: null,
  format: 'json',
  flow: 'in',
  kind: 'request',
  signed: false,
  restricted: false,
  version: 1,
  registration: {
    register: 'PG',
    number: 12,
    year: 2026,
    on: '2026-03-02',
    time: '11:00:00',
    object: 'Festa di <Lucia> & altri',
    emergency: false,
    sender: [{ name: 'Lucia Bonfante', address: 'lucia@example.org', person: true }],
    recipients: [{ name: 'Comune', person: null }],
    operator: 'Anna Rossi',
    attachments: [{ record: 'doc2', sha256: 'cd'.repeat(32), title: 'Planimetria' }],
    main: { record: 'doc1', sha256: hash },
  },
  segnatura: 'PG 12/2026',
  classification: { code: 'VI/3', name: 'Edilizia', titolario: '2005' },
  fascicolo: { id: 'fasc', code: '2026-VI/3.1' },
  changes: [],
  keptYears: null,
  administration: { code: 'c_x', name: 'Comune' },
};

function wellFormed(xml: string): string[] {
  const names: string[] = [];
  const parser = new SaxesParser();
  parser.on('opentag', ({ name }) => void names.push(name));
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(xml).close();
  return names;
}

describe('a document in the elements of Allegato 5', () => {
  it('says what it is, its registration, who took part, what came with it and where it lies', () => {
    expect(toDocumentMetadata(facts)).toMatchObject({
      IdDoc: {
        ImprontaCrittograficaDelDocumento: {
          Impronta: Buffer.from(hash, 'hex').toString('base64'),
          Algoritmo: 'SHA-256',
        },
        Identificativo: 'doc1',
        Segnatura: 'PG 12/2026',
      },
      TipologiaDocumentale: 'Istanza',
      DatiDiRegistrazione: {
        TipologiaDiFlusso: 'E',
        TipoRegistro: {
          ProtocolloOrdinario_ProtocolloEmergenza: { NumeroProtocolloDocumento: '0000012', CodiceRegistro: 'PG' },
        },
      },
      ChiaveDescrittiva: { Oggetto: 'Festa di <Lucia> & altri' },
      Allegati: {
        NumeroAllegati: '1',
        IndiceAllegati: [{ IdDoc: { Identificativo: 'doc2' }, Descrizione: 'Planimetria' }],
      },
      Classificazione: { IndiceDiClassificazione: 'VI/3', Descrizione: 'Edilizia', PianoDiClassificazione: '2005' },
      Riservato: 'false',
      Agg: { TipoAgg: [{ TipoAggregazione: 'Fascicolo', IdAggregazione: 'fasc' }] },
      VersioneDelDocumento: '1',
    });
  });

  it.each([
    ['json', 'in', 'memorizzazione'],
    ['pdf', 'in', 'acquisizione'],
    ['pdf', 'internal', 'creazione'],
    ['pdf', 'out', 'creazione'],
  ] as const)('%s that is %s was formed by %s', (format, flow, begins) => {
    expect(toDocumentMetadata({ ...facts, format, flow })['ModalitaDiFormazione']).toMatch(new RegExp(`^${begins}`));
  });

  it('of what came with another, names that one; it has no attachments of its own', () => {
    const enclosed = toDocumentMetadata({ ...facts, record: 'doc2', kind: 'attachment', title: 'Planimetria' });
    expect(enclosed).toMatchObject({
      IdIdentificativoDocumentoPrimario: { Identificativo: 'doc1' },
      ChiaveDescrittiva: { Oggetto: 'Planimetria' },
      Allegati: { NumeroAllegati: '0' },
    });
  });

  it('traces each version that was replaced, and leaves out what is not known', () => {
    const draft = toDocumentMetadata({
      ...facts,
      registration: null,
      segnatura: null,
      classification: null,
      fascicolo: null,
      version: 2,
      changes: [{ on: '2026-03-03', time: '10:00:00', by: 'Anna Rossi', former: 'ef'.repeat(32), reason: 'Corretto' }],
      keptYears: 9999,
    });
    expect(draft).toMatchObject({
      DatiDiRegistrazione: { TipoRegistro: { Nessuno: {} } },
      VersioneDelDocumento: '2',
      TracciatureModificheDocumento: [
        { TipoModifica: 'Rettifica', DataModifica: '2026-03-03', OraModifica: '10:00:00' },
      ],
      TempoDiConservazione: '9999',
      Note: '2026-03-03: Corretto',
    });
    for (const name of ['Classificazione', 'Agg', 'IdIdentificativoDocumentoPrimario'])
      expect(name in draft).toBe(false);
  });

  it('as XML is well formed whatever it says, with the elements in their order', () => {
    const names = wellFormed(toDocumentMetadataXml(facts));
    const order = [
      'DocumentoAmministrativoInformatico',
      'IdDoc',
      'ModalitaDiFormazione',
      'TipologiaDocumentale',
      'DatiDiRegistrazione',
      'Soggetti',
      'ChiaveDescrittiva',
      'Allegati',
      'Classificazione',
      'Riservato',
      'IdentificativoDelFormato',
      'Verifica',
      'Agg',
      'NomeDelDocumento',
      'VersioneDelDocumento',
    ];
    expect(order.map((name) => names.indexOf(name))).toEqual(
      order.map((name) => names.indexOf(name)).toSorted((a, b) => a - b),
    );
    expect(order.every((name) => names.includes(name))).toBe(true);
    expect(names.filter((name) => name === 'Ruolo')).toHaveLength(4);
    expect(
      wellFormed(
        toAggregationXml({
          id: 'f',
          code: 'c',
          kind: 'affare',
          titolario: '2005',
          title: 'VI',
          class: 3,
          voiceName: null,
          object: 'a < b',
          keywords: ['x', 'y'],
          openedOn: '2026-03-02',
          closedOn: null,
          year: 2026,
          number: 1,
          subOf: null,
          units: [],
          documents: [{ record: 'd', hash }],
          disposition: 'keep',
          years: null,
          administration: { code: 'c_x', name: 'Comune' },
        }),
      ).filter((name) => name === 'ParoleChiave'),
    ).toHaveLength(2);
  });
});
