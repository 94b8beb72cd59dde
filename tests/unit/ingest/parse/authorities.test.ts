import { describe, expect, it } from 'vitest';
import { ofKind, read } from './read-text.ts';

const eac2010 = (identity: string, rest = '', attributes = '') =>
  `<eac-cpf xmlns="urn:isbn:1-931666-33-4" xmlns:xlink="http://www.w3.org/1999/xlink" ${attributes}><control><recordId>P1</recordId><otherRecordId>alias</otherRecordId><maintenanceAgency><agencyCode>IT-1</agencyCode><agencyName>Archivio</agencyName></maintenanceAgency><sources><source xlink:href="http://x.it/s"><sourceEntry>Fonte</sourceEntry></source></sources></control><cpfDescription><identity>${identity}</identity>${rest}</cpfDescription></eac-cpf>`;
const name = '<entityType>person</entityType><nameEntry><part>Goethe, Johann Wolfgang von</part></nameEntry>';

describe('EAC-CPF 2010', () => {
  it('an authority record', async () => {
    const drafts = await read(
      eac2010(
        '<entityId>http://viaf.org/1</entityId><entityType>person</entityType><nameEntry><part>J. W. G.</part></nameEntry><nameEntry><part localType="surname">Goethe</part><part>Johann</part><authorizedForm>AACR2</authorizedForm></nameEntry>',
        `<description><existDates><dateRange><fromDate standardDate="1749-08-28">1749</fromDate><toDate standardDate="1832-03-22">1832</toDate></dateRange></existDates><places><place><placeEntry>Frankfurt</placeEntry><placeRole>nascita</placeRole></place></places><occupations><occupation><term>poeta</term></occupation></occupations><legalStatuses><legalStatus><term>x</term></legalStatus></legalStatuses><languagesUsed><languageUsed><language languageCode="ger">Deutsch</language></languageUsed></languagesUsed><biogHist><p>Vita</p></biogHist><structureOrGenealogy><p>G</p></structureOrGenealogy><functions><function><term>ministro</term><descriptiveNote><p>a Weimar</p></descriptiveNote></function></functions></description>
         <relations><cpfRelation cpfRelationType="temporal-later" xlink:href="P2"><relationEntry>Altro</relationEntry></cpfRelation><cpfRelation cpfRelationType="family"><relationEntry>August</relationEntry></cpfRelation><resourceRelation resourceRelationType="creatorOf" xlink:href="F1"><relationEntry>Carte</relationEntry></resourceRelation></relations>`,
      ),
    );
    expect(drafts.map(({ kind }) => kind)).toEqual(['source', 'agent', 'sourceEnd']);
    expect(ofKind(drafts, 'source')[0]).toMatchObject({ format: 'eac2010', identifier: 'P1', repositoryCode: 'IT-1' });
    expect(ofKind(drafts, 'agent')[0]).toMatchObject({
      identifiers: ['P1', 'alias', 'http://viaf.org/1'],
      agentKind: 'person',
      authorisedName: 'Goethe, Johann',
      dates: { display: '1749-1832', start: '1749-08-28', end: '1832-03-22' },
      description: {
        otherNames: [{ name: 'J. W. G.' }],
        history: [{ html: '<p>Vita</p>' }],
        places: [{ label: 'Frankfurt', role: 'nascita' }],
        legalStatus: ['x'],
        functions: [{ text: 'a Weimar', label: 'ministro' }],
        structure: [{ text: 'G' }],
        occupations: ['poeta'],
        languages: ['ger'],
        sources: [{ text: 'Fonte' }],
        links: [{ href: 'http://x.it/s', label: 'Fonte' }],
      },
      relations: [
        { kind: 'temporal', identifier: 'P2', name: 'Altro', label: 'successore' },
        { kind: 'family', identifier: null, name: 'August' },
      ],
      records: [{ kind: 'creatorOf', identifier: 'F1', note: 'Carte' }],
      internal: false,
    });
  });

  it('a term whose citation is an address only', async () => {
    const mandate =
      '<mandate><term>Legge 5</term><citation xlink:href="http://x.it/5" xmlns:xlink="http://www.w3.org/1999/xlink"/></mandate>';
    const [agent] = ofKind(
      await read(eac2010(name, `<description><mandates>${mandate}</mandates></description>`)),
      'agent',
    );
    expect(agent?.description.mandates.map(({ text }) => text)).toEqual(['Legge 5']);
  });

  it('internal', async () =>
    expect(ofKind(await read(eac2010(name, '', 'audience="internal"')), 'agent')[0]?.internal).toBe(true));

  it.each([
    ['no name', eac2010('<entityType>person</entityType>'), /no name/],
    ['no identifier', eac2010(name).replace('P1', '').replace('alias', ''), /no identifier/],
    ['no description', '<eac-cpf><control><recordId>x</recordId></control></eac-cpf>', /no name/],
  ])('%s: quarantined', async (_, text, reason) => {
    expect(await read(text)).toMatchObject([
      { kind: 'quarantined', units: 1, problem: { code: 'no-identity', message: expect.stringMatching(reason) } },
    ]);
  });
});

it('EAC-CPF 2.0 as ICAR writes it', async () => {
  const drafts =
    await read(`<eac xmlns="https://archivists.org/ns/eac/v2"><control><recordId>SIA-AG-1021243</recordId><otherRecordId localType="ISIL">IT-BZ0331</otherRecordId><localControl localType="Visibilita_FE"><term>Nessuna</term></localControl><sources><source><reference linkRole="FonteNormativa">ICAR-FN-2109923</reference></source></sources></control>
    <cpfDescription><identity><entityType value="corporateBody"/><nameEntry><part localType="IntestazionePrincipaleEnte">Intendenza, Bolzano (1927 - 1991)</part><part localType="AcronimoEnte">IFBZ</part></nameEntry><nameEntry status="alternative"><part localType="AltraIntestazione">Finanzintendanz</part></nameEntry><identityId>1021243</identityId></identity>
    <description><existDates><dateSet><date localType="EstremoCronologicoTestuale">1927-1991</date><dateRange><fromDate standardDate="1927">1927</fromDate><toDate standardDate="1991">1991</toDate></dateRange></dateSet></existDates><places><place><placeName>ICAR-TOP-2019011</placeName><placeRole>Sede</placeRole></place></places><structureOrGenealogy><p>...</p></structureOrGenealogy></description>
    <relations><relation><targetEntity targetType="agent"><part>SIA-AG-1021246</part></targetEntity><relationType>TemporaleSuccessiva</relationType></relation><relation><targetEntity targetType="resource"><part>SIA-CA-2013153</part></targetEntity><relationType>Soggetto produttore</relationType></relation></relations></cpfDescription></eac>`);
  expect(ofKind(drafts, 'agent')[0]).toMatchObject({
    identifiers: ['SIA-AG-1021243', 'IT-BZ0331'],
    authorisedName: 'Intendenza, Bolzano (1927 - 1991)',
    dates: { display: '1927-1991' },
    description: {
      otherNames: [{ name: 'IFBZ', label: 'Acronimo' }, { name: 'Finanzintendanz' }],
      places: [],
      structure: [],
    },
    relations: [{ kind: 'temporal', identifier: 'SIA-AG-1021246', name: null }],
    records: [
      { kind: 'Soggetto produttore', identifier: 'SIA-CA-2013153' },
      { kind: 'Sede', identifier: 'ICAR-TOP-2019011' },
      { kind: 'FonteNormativa', identifier: 'ICAR-FN-2109923' },
    ],
    internal: true,
  });
});

describe('institutions', () => {
  it('EAG 2012', async () => {
    const drafts = await read(
      `<eag xmlns="http://www.archivesportaleurope.net/Portal/profiles/eag_2012/"><control><recordId>r</recordId></control><archguide><identity><repositorid countrycode="PL" repositorycode="35"/><autform>Archiwum</autform><parform>Archive</parform></identity><desc><repositories><repository><location latitude="51.2" longitude="22.5"><country>PL</country><municipalityPostalcode>20-950 Lublin</municipalityPostalcode><street>Jezuicka 13</street></location><telephone>+48</telephone><email href="mailto:a@b.pl"/><webpage href="http://b.pl"/><timetable><opening>9-18</opening><closing>domenica</closing></timetable><access question="yes"><termsOfUse>libero</termsOfUse></access><directions>Bus 3</directions><adminhierarchy><descriptiveNote><p>Comune</p></descriptiveNote></adminhierarchy><holdings><descriptiveNote><p>Carte</p></descriptiveNote><dateSet><dateRange><fromDate>1300</fromDate><toDate>1980</toDate></dateRange></dateSet><extent><num unit="linearmetre">9090.24</num><num unit="site">33</num></extent></holdings><services><searchroom><readersTicket href="http://b.pl/t">Tessera</readersTicket></searchroom><library question="yes"><monographicpub><num unit="book">5000</num></monographicpub></library></services></repository></repositories></desc></archguide></eag>`,
    );
    expect(ofKind(drafts, 'institution')).toMatchObject([
      {
        code: 'PL-35',
        otherCodes: ['r'],
        name: 'Archiwum',
        otherNames: ['Archive'],
        description: {
          address: 'Jezuicka 13, 20-950 Lublin',
          place: 'Lublin',
          country: 'PL',
          coordinates: { latitude: 51.2, longitude: 22.5 },
          telephone: ['+48'],
          email: ['a@b.pl'],
          website: ['http://b.pl'],
          openingHours: ['9-18'],
          closing: ['domenica'],
          accessConditions: ['libero', 'Bus 3', 'Tessera'],
          history: ['Comune'],
          services: [{ label: 'library', text: 'libri 5.000' }],
          holdings: ['Carte', 'm lineari 9.090,24', 'sedi 33', '1300-1980'],
        },
      },
    ]);
  });

  it('SCONS 2', async () => {
    const drafts = await read(
      `<scons xmlns="http://www.san.beniculturali.it/scons2"><identificativi><identificativosistema>XDAMS</identificativosistema><identificativo tipo="ICCD" href="IT-1">0001</identificativo></identificativi><denominazione>Istituto</denominazione><localizzazioni><localizzazione principale="S"><indirizzo paese="ITA" provincia="RM" comune="Roma" cap="00153" denominazioneStradale="Via di San Michele" numeroCivico="18"/><contatto tipo="mail">a@b.it</contatto><orario>9-13</orario></localizzazione></localizzazioni></scons>`,
    );
    expect(ofKind(drafts, 'institution')).toMatchObject([
      {
        code: 'IT-1',
        otherCodes: ['0001'],
        name: 'Istituto',
        description: {
          address: 'Via di San Michele 18, 00153 Roma (RM)',
          place: 'Roma',
          email: ['a@b.it'],
          openingHours: ['9-13'],
        },
      },
    ]);
  });

  it('without code: quarantined', async () => {
    expect(await read('<eag><archguide><identity><autform>x</autform></identity></archguide></eag>')).toMatchObject([
      { kind: 'quarantined', problem: { code: 'no-identity' } },
    ]);
  });
});
