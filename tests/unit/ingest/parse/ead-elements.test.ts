import { describe, expect, it } from 'vitest';
import { ead2002, ofKind, read, readUnit } from './read-text.ts';

const did = (content: string) => readUnit(`<did>${content}</did>`);
const did2002 = (content: string) => readUnit(`<did>${content}</did>`, 'level="fonds"', ead2002);

describe('codes and titles', () => {
  it('ICAR: the label Segnatura is the code, the system id the component id', async () => {
    const unit =
      await did(`<unitid label="SIA" identifier="2013159">SIA-UA-2013159</unitid><unitid localtype="AltroId" label="SIAS">IT-ASBZ-1</unitid>
      <unitid localtype="IdPrecedente">SIcod055</unitid><unitid localtype="NumeroSequenza">1556</unitid><unitid label="Segnatura">b.1  fasc.2 </unitid>
      <unitid label="SegnaturaPrecedente" localtype="SIAS">SI-31</unitid>`);
    expect(unit).toMatchObject({ referenceCode: 'b.1 fasc.2', componentId: 'SIA-UA-2013159', formerCodes: ['SI-31'] });
    expect(unit.description.identifiers).toEqual([
      { value: 'SIA-UA-2013159', label: 'SIA' },
      { value: 'IT-ASBZ-1', label: 'SIAS' },
      { value: 'SIcod055', label: 'Identificativo precedente' },
      { value: '1556', label: 'Numero di sequenza' },
    ]);
  });

  it('a system id is no code that a scholar cites', async () => {
    const only = '<unitid label="SIA" identifier="1">SIA-CA-1000</unitid><unittitle>T</unittitle>';
    expect(await did(only)).toMatchObject({
      referenceCode: null,
      componentId: 'SIA-CA-1000',
      description: { identifiers: [{ value: 'SIA-CA-1000', label: 'SIA' }] },
    });
    const drafts = await read(`<ead><control/><archdesc><did/><dsc><c><did>${only}</did></c></dsc></archdesc></ead>`);
    expect(ofKind(drafts, 'unit')[1]).toMatchObject({ referenceCode: null, componentId: 'SIA-CA-1000' });
  });

  it.each<[string, string | null, string[]]>([
    ['<unitid>A 1</unitid>', 'A 1', []],
    ['<unitid type="former">A 1</unitid><unitid>B 2</unitid>', 'B 2', ['A 1']],
    ['<unitid type="call number">C 3</unitid><unitid type="former call number">A 1</unitid>', 'C 3', ['A 1']],
    ['<unitid type="aspace_uri">/repositories/2/resources/3</unitid><unitid>D</unitid>', 'D', []],
    ['<unitid audience="internal">secret</unitid>', null, []],
    ['<unitid/>', null, []],
    ['<unitid label="Collection Number" identifier="ark:/1/2">MSS 5</unitid>', 'MSS 5', []],
    [
      '<unitid type="Archivaliensignatur">A 1</unitid><unitid type="Altsignatur">Kasten 3</unitid>',
      'A 1',
      ['Kasten 3'],
    ],
    ['<unitid>F-1</unitid><unitid type="alternative" label="Signatura antigua">L-1</unitid>', 'F-1', ['L-1']],
  ])('%s → %s', async (unitids, code, former) => {
    const unit = await did2002(unitids);
    expect(unit).toMatchObject({ referenceCode: code, formerCodes: former });
  });

  it('the supplied title comes before the original; others stay beside it', async () => {
    const unit = await did(
      '<unittitle localtype="TitoloOriginale">113 - 104/II</unittitle><unittitle label="IntegrazioneTitolo">Barbiano</unittitle><unittitle localtype="TitoloAttribuito" lang="ita">Richiesta</unittitle><unittitle localtype="Annotazioni"/>',
    );
    expect(unit).toMatchObject({ title: 'Richiesta', titleLang: 'ita' });
    expect(unit.description.otherTitles).toEqual([
      { title: '113 - 104/II', label: 'Titolo originale' },
      { title: 'Barbiano', label: 'Integrazione del titolo' },
    ]);
  });

  it('dates and titles within a title', async () => {
    const unit = await did2002(
      '<unittitle>Lettere di <emph render="italic">A. &amp; B.</emph>, <unitdate normal="1914/1918">1914-1918</unitdate></unittitle>',
    );
    expect(unit).toMatchObject({ title: 'Lettere di A. & B.', dates: { display: '1914-1918', start: '1914-01-01' } });
    expect(unit.description.titleHtml).toBe('Lettere di <em>A. &amp; B.</em>');
    const nested = await did2002('<unittitle>Fuori<unittitle>Dentro</unittitle></unittitle>');
    expect(nested).toMatchObject({ title: 'Fuori', description: { otherTitles: [{ title: 'Dentro' }] } });
  });
});

describe('dates', () => {
  it.each<[string, string, string | null, string | null, string]>([
    ['<unitdate normal="1941/1984">1941-1984</unitdate>', '1941-1984', '1941-01-01', '1984-12-31', 'certain'],
    [
      '<unitdatestructured><datesingle standarddate="1946-10-15">15 ott. 1946</datesingle></unitdatestructured>',
      '15 ott. 1946',
      '1946-10-15',
      '1946-10-15',
      'certain',
    ],
    [
      '<unitdatestructured><daterange><fromdate standarddate="1941">1941</fromdate><todate standarddate="1984">1984</todate></daterange></unitdatestructured>',
      '1941-1984',
      '1941-01-01',
      '1984-12-31',
      'certain',
    ],
    [
      '<unitdatestructured><daterange><fromdate notbefore="1920" notafter="1929">1920s</fromdate><todate notbefore="1950" notafter="1959">1950s</todate></daterange></unitdatestructured>',
      '1920s-1950s',
      '1920-01-01',
      '1959-12-31',
      'approximate',
    ],
    // Limits say more than the one value that stands for them, and ICAR's word for "about" counts.
    [
      '<unitdatestructured><dateset><datesingle localtype="DataTestuale">sec. XVII ex.</datesingle><datesingle localtype="DataSingola" altrender="DataApprossimativa" standarddate="1691" notbefore="1691" notafter="1700"/></dateset></unitdatestructured>',
      'sec. XVII ex.',
      '1691-01-01',
      '1700-12-31',
      'approximate',
    ],
    [
      '<unitdatestructured><daterange><fromdate standarddate="1491" notbefore="1491" notafter="1500"/><todate standarddate="1501" notbefore="1501" notafter="1510"/></daterange></unitdatestructured>',
      '1491-1510',
      '1491-01-01',
      '1510-12-31',
      'approximate',
    ],
    [
      '<unitdatestructured><datesingle altrender="DataAttribuita" standarddate="1630">[1630]</datesingle></unitdatestructured>',
      '[1630]',
      '1630-01-01',
      '1630-12-31',
      'approximate',
    ],
    [
      '<unitdatestructured><dateset><datesingle localtype="DataTestuale">1941-1984 (con carte dal 1915)</datesingle><daterange><fromdate standarddate="1941">1941</fromdate><todate standarddate="1984">1984</todate></daterange><datesingle localtype="NoteAllaDatazione">con carte dal 1915</datesingle></dateset></unitdatestructured>',
      '1941-1984 (con carte dal 1915)',
      '1941-01-01',
      '1984-12-31',
      'certain',
    ],
    [
      '<unitdatestructured><dateset><datesingle standarddate="1900">1900</datesingle><daterange><fromdate standarddate="1910"/><todate standarddate="1912"/></daterange></dateset></unitdatestructured>',
      '1900, 1910-1912',
      '1900-01-01',
      '1912-12-31',
      'certain',
    ],
    [
      '<unitdate unitdatetype="bulk" normal="1950/1960">1950-1960</unitdate><unitdate normal="1900/1990">1900-1990</unitdate>',
      'bulk 1950-1960, 1900-1990',
      '1900-01-01',
      '1990-12-31',
      'certain',
    ],
    ['<unitdate certainty="circa">1900</unitdate>', '1900', '1900-01-01', '1900-12-31', 'approximate'],
  ])('%s', async (content, display, start, end, certainty) => {
    expect((await did(content)).dates).toEqual({ display, start, end, certainty });
  });

  it('a remark on the date that the date does not say is a note', async () => {
    const unit = await did(
      '<unitdatestructured><dateset><datesingle localtype="DataTestuale">1941</datesingle><datesingle localtype="NoteAllaDatazione">incerta</datesingle></dateset></unitdatestructured>',
    );
    expect(unit.description.elements.note).toEqual([
      { html: '<p>incerta</p>', text: 'incerta', label: 'Note alla datazione' },
    ]);
  });
});

describe('extent, containers, places', () => {
  it.each<[string, string[]]>([
    ['<physdesc>26 volumi</physdesc>', ['26 volumi']],
    ['<physdesc><extent>5 linear feet</extent><extent>3 boxes</extent></physdesc>', ['5 linear feet; 3 boxes']],
    ['<physdesc><extent unit="m">3,5</extent></physdesc>', ['3,5 m']],
    [
      '<physdesc><extent>222 f.</extent><dimensions unit="mm">310 x 200</dimensions></physdesc>',
      ['222 f.; 310 x 200 mm'],
    ],
    [
      '<physdescset><physdescstructured><quantity>2</quantity><unittype>boxes</unittype><dimensions>12x40</dimensions></physdescstructured></physdescset>',
      ['2 boxes', '12x40'],
    ],
    [
      '<physdescstructured><quantity>25</quantity><unittype>linearmetre</unittype></physdescstructured>',
      ['m lineari 25'],
    ],
    [
      '<physdescstructured><quantity approximate="true">2892</quantity><unittype>Registro</unittype></physdescstructured>',
      ['regg. 2.892 ca.'],
    ],
    // What prose says as well is said once, in its words.
    [
      '<physdescset><physdescstructured><quantity>10</quantity><unittype>Volume</unittype></physdescstructured><physdescstructured><quantity>400</quantity><unittype>Busta</unittype></physdescstructured></physdescset><physdesc localtype="ConsistenzaTotale">10 volumi e 400 buste</physdesc>',
      ['10 volumi e 400 buste'],
    ],
    [
      '<physdescstructured><quantity>1</quantity><unittype>Busta</unittype></physdescstructured><physdesc>1 busta, fascc. 4</physdesc>',
      ['1 busta, fascc. 4'],
    ],
    [
      '<physdescstructured><quantity>1</quantity><unittype>Registro</unittype></physdescstructured><physdesc>cc. 118</physdesc>',
      ['1 registro', 'cc. 118'],
    ],
    [
      '<physdescstructured><quantity>1</quantity><unittype>Registro</unittype></physdescstructured><physdesc>11 registri</physdesc>',
      ['1 registro', '11 registri'],
    ],
    [
      '<physdescstructured><quantity>1</quantity><unittype>Foglio</unittype><dimensions localtype="Larghezza">21 cm</dimensions><dimensions localtype="Altezza">30 cm</dimensions></physdescstructured>',
      ['1 foglio', 'cm 30 × 21'],
    ],
    [
      '<physdescstructured><quantity>1</quantity><unittype>Foglio</unittype><dimensions localtype="Altezza">30 cm</dimensions><dimensions localtype="Diametro">2 mm</dimensions></physdescstructured>',
      ['1 foglio', 'Altezza: 30 cm, Diametro: 2 mm'],
    ],
    ['<physdesc label="Quantity:">1.75 linear feet (4 boxes)</physdesc>', ['1.75 linear feet (4 boxes)']],
    ['<physdesc/>', []],
  ])('%s', async (content, extents) => expect((await did(content)).description.extents).toEqual(extents));

  it('a typology that the extent has named is not said again', async () => {
    const facets =
      '<physfacet localtype="Tipologia">Registro</physfacet><physfacet localtype="Supporto">Carta</physfacet>';
    const registro = await did(
      `<physdescstructured><quantity>1</quantity><unittype>Registro</unittype>${facets}</physdescstructured>`,
    );
    expect(registro.description.elements.physicalCharacteristics?.map(({ text }) => text)).toEqual(['Carta']);
    const foglio = await did(
      `<physdescstructured><quantity>1</quantity><unittype>Foglio</unittype>${facets}</physdescstructured>`,
    );
    expect(foglio.description.elements.physicalCharacteristics?.map(({ text }) => text)).toEqual(['Registro', 'Carta']);
  });

  it('nested containers, and the shelf with its first and last piece', async () => {
    const unit = await did(
      '<container type="box">3<container type="folder" label="Folder">7</container></container><physloc label="Collocazione">SIA_CL_24451<ref arcrole="DaPezzo">1</ref><ref arcrole="APezzo">1018</ref></physloc>',
    );
    expect(unit.description.containers).toEqual([
      { type: 'box', value: '3' },
      { type: 'folder', value: '7', label: 'Folder' },
      { type: 'physloc', value: '1-1018', label: 'Collocazione' },
    ]);
    expect(unit.description.identifiers).toEqual([{ value: 'SIA_CL_24451', label: 'Collocazione' }]);
  });

  it.each<[string, string | null]>([
    ['<physdescstructured><quantity>1</quantity><unittype>Registro</unittype></physdescstructured>', 'registro'],
    [
      '<physdescstructured><quantity>1</quantity><unittype>Foglio</unittype><physfacet localtype="Tipologia">Pergamena</physfacet></physdescstructured>',
      'pergamena',
    ],
    ['<physdesc><genreform>Mappa</genreform></physdesc>', 'mappa'],
    ['<container type="Busta">3</container>', 'busta'],
    ['<physdescstructured><quantity>26</quantity><unittype>Registro</unittype></physdescstructured>', null],
  ])('the type of a leaf: %s', async (content, type) => {
    const drafts = await read(
      `<ead><control/><archdesc><did/><dsc><c level="file"><did>${content}</did></c></dsc></archdesc></ead>`,
    );
    expect(ofKind(drafts, 'unit')[1]?.unitType).toBe(type);
  });

  it('languages as codes, what is said of them as a note; the language of the description is not that of the material', async () => {
    const unit = await did(
      '<langmaterial label="LinguaDocumentazione"><languageset><language lang="ita"/></languageset><language langcode="lat">Latino</language><descriptivenote><p>Parte in gotica.</p></descriptivenote></langmaterial><langmaterial label="LinguaDescrizione"><language lang="ger"/></langmaterial>',
    );
    expect(unit.description.languages).toEqual(['ita', 'lat']);
    expect(unit.description.elements.languageNote?.[0]?.text).toBe('Parte in gotica.');
  });
});

describe('prose', () => {
  it('each element by its name in ISAD(G)', async () => {
    const names = [
      'bioghist',
      'custodhist',
      'acqinfo',
      'scopecontent',
      'appraisal',
      'accruals',
      'arrangement',
      'fileplan',
      'accessrestrict',
      'userestrict',
      'legalstatus',
      'phystech',
      'otherfindaid',
      'prefercite',
      'originalsloc',
      'altformavail',
      'relatedmaterial',
      'separatedmaterial',
      'bibliography',
      'odd',
      'index',
      'processinfo',
    ];
    const unit = await readUnit(
      `<did><abstract>x</abstract></did>${names.map((name) => `<${name}><p>${name}</p></${name}>`).join('')}`,
    );
    expect(
      Object.fromEntries(
        Object.entries(unit.description.elements).map(([element, notes]) => [
          element,
          notes.map(({ text }) => text).join(),
        ]),
      ),
    ).toEqual({
      abstract: 'x',
      administrativeHistory: 'bioghist',
      archivalHistory: 'custodhist',
      immediateSource: 'acqinfo',
      scopeAndContent: 'scopecontent',
      appraisal: 'appraisal',
      accruals: 'accruals',
      arrangement: 'arrangement',
      filePlan: 'fileplan',
      conditionsOfAccess: 'accessrestrict',
      conditionsOfReproduction: 'userestrict',
      legalStatus: 'legalstatus',
      physicalCharacteristics: 'phystech',
      findingAids: 'otherfindaid',
      preferredCitation: 'prefercite',
      locationOfOriginals: 'originalsloc',
      locationOfCopies: 'altformavail',
      relatedUnits: 'relatedmaterial',
      separatedMaterial: 'separatedmaterial',
      publicationNote: 'bibliography',
      note: 'odd',
      index: 'index',
      archivistsNote: 'processinfo',
    });
  });

  it('wrappers of EAD 2002 and elements nested in their own kind are unwrapped', async () => {
    const unit = await readUnit(
      '<descgrp><head>x</head><admininfo><custodhist><p>storia</p></custodhist></admininfo></descgrp><odd localtype="Osservazioni"><odd localtype="ComplessoArchivistico"><p>timbri</p></odd></odd><bioghist><bioghist><head>Prima</head><p>a</p></bioghist><p>b</p></bioghist>',
    );
    expect(unit.description.elements).toMatchObject({
      archivalHistory: [{ text: 'storia' }],
      note: [{ text: 'timbri', label: 'Osservazioni' }],
      administrativeHistory: [{ text: 'a', label: 'Prima' }, { text: 'b' }],
    });
  });

  it('a head over nothing but another element speaks for it', async () => {
    const unit = await readUnit(
      '<accessrestrict><head>Condizione</head><legalstatus>pubblico</legalstatus></accessrestrict><accessrestrict><head>Accesso</head><p>libero</p><legalstatus>demanio</legalstatus></accessrestrict>',
    );
    expect(unit.description.elements).toMatchObject({
      legalStatus: [{ text: 'pubblico', label: 'Condizione' }, { text: 'demanio' }],
      conditionsOfAccess: [{ text: 'libero', label: 'Accesso' }],
    });
    expect(unit.description.elements.legalStatus?.[1]?.label).toBeUndefined();
  });

  it('what is marked internal never becomes public', async () => {
    const unit = await readUnit(
      '<did><unittitle>T</unittitle><physdesc audience="internal">segreta</physdesc></did><odd audience="internal"><odd><p>segreto</p></odd></odd><controlaccess audience="internal"><persname>Tizio</persname></controlaccess><dao audience="internal" href="http://x.it/s"/>',
    );
    const { elements, accessPoints, extents } = unit.description;
    expect(elements.note?.every((note) => note.internal)).toBe(true);
    expect(elements.note).toHaveLength(3);
    expect(accessPoints).toMatchObject([{ label: 'Tizio', internal: true }]);
    expect(unit.agents).toMatchObject([{ name: 'Tizio', internal: true }]);
    expect(unit.digitalObjects).toEqual([]);
    expect(extents).toEqual([]);
  });

  it('an internal unit hides what lies below it', async () => {
    const drafts = await read(
      '<ead><control/><archdesc><did/><dsc><c audience="internal"><did/><c><did/></c></c><c><did/></c></dsc><dsc audience="internal"><c><did/></c></dsc></archdesc></ead>',
    );
    expect(ofKind(drafts, 'unit').map(({ internal }) => internal)).toEqual([false, true, true, false, true]);
  });

  it.each([
    ['Completa', false],
    ['Nessuna', true],
    ['Nascosta', true],
  ])('ICAR visibility %s', async (code, hidden) => {
    const unit = await readUnit(
      `<accessrestrict><accessrestrict localtype="VisibilitaFE"><p>${code}</p></accessrestrict></accessrestrict><processinfo localtype="StatusScheda"><p>Bozza</p></processinfo>`,
    );
    expect(unit.internal).toBe(hidden);
    expect(
      Object.values(unit.description.elements)
        .flat()
        .every((note) => note.internal),
    ).toBe(true);
  });

  it('words that close the documents', async () => {
    expect((await readUnit('<accessrestrict><p>Non consultabile fino al 2045.</p></accessrestrict>')).closed).toEqual({
      until: '2045-12-31',
    });
    expect((await readUnit('<accessrestrict><p>Liberamente accessibile</p></accessrestrict>')).closed).toBeNull();
  });

  it('codes of other descriptions are links, not text', async () => {
    const unit = await readUnit(
      '<bibliography><bibliography localtype="LinkRiferimentoBibliografico"><bibref><ref>ICAR-RB-1992347</ref><footnote><p>pp. 55-102.</p></footnote></bibref></bibliography><archref altrender="LinkFonteArchivistica"><ref>ICAR-FA-20200312</ref></archref></bibliography>',
    );
    expect(unit.records).toEqual([
      { kind: 'LinkRiferimentoBibliografico', identifier: 'ICAR-RB-1992347' },
      { kind: 'LinkFonteArchivistica', identifier: 'ICAR-FA-20200312' },
    ]);
    expect(unit.description.elements.publicationNote?.map(({ text }) => text)).toEqual(['(pp. 55-102.)']);
  });

  it('words of cells and of grouped names do not grow together', async () => {
    const unit = await readUnit(
      '<did/><dsc><thead><row><entry>Box</entry><entry>Contents</entry></row></thead></dsc><index><indexentry><namegrp><name>A</name><name>B</name></namegrp><ref>p. 3</ref></indexentry></index>',
      'level="fonds"',
      ead2002,
    );
    expect(unit.description.elements.note?.[0]?.text).toBe('Box Contents');
    expect(unit.description.elements.index?.[0]?.text).toBe('A B p. 3');
  });

  it('an element nobody knows keeps its words', async () => {
    expect((await readUnit('<did><mystery>parole</mystery></did>')).description.elements.note).toMatchObject([
      { text: 'parole', label: 'mystery' },
    ]);
    const blocks =
      '<chronlist><chronitem><datesingle>1405</datesingle><event>conquista</event></chronitem></chronlist>';
    expect((await readUnit(blocks)).description.elements.note?.[0]).toEqual({
      html: '<dl><dt>1405</dt><dd>conquista</dd></dl>',
      text: '1405 conquista',
    });
  });
});

describe('agents, access points, links', () => {
  it('creators', async () => {
    const unit = await did(
      '<origination label="Soggetto produttore"><persname identifier="http://viaf.org/1" relator="aut"><part>Brown, Clarence</part><part>1929-2015</part></persname><corpname><part>Comune</part></corpname></origination><origination>Ignoti</origination>',
    );
    expect(unit.agents).toEqual([
      {
        role: 'creator',
        kind: 'person',
        name: 'Brown, Clarence, 1929-2015',
        identifier: 'http://viaf.org/1',
        label: 'autore',
      },
      { role: 'creator', kind: 'corporateBody', name: 'Comune', identifier: null, label: 'Soggetto produttore' },
      { role: 'creator', kind: 'unknown', name: 'Ignoti', identifier: null },
    ]);
  });

  it('creators whom Access to Memory names only in the chronology of the history', async () => {
    const maker = (name: string) => `<origination><persname>${name}</persname></origination>`;
    const event = `<eventgrp><event>${maker('Ana')}${maker('Berta')}<note><p>nació</p></note></event></eventgrp>`;
    const unit = await readUnit(
      `<did>${maker('Ana')}</did><bioghist><chronlist><chronitem><date>1890</date>${event}</chronitem></chronlist></bioghist>`,
      'level="fonds"',
      ead2002,
    );
    expect(unit.agents.map(({ role, name }) => [role, name])).toEqual([
      ['creator', 'Ana'],
      ['creator', 'Berta'],
    ]);
    expect(unit.description.elements.administrativeHistory?.[0]?.text).toBe('1890 Ana Berta nació');
  });

  it('headings, however nested', async () => {
    const unit = await readUnit(
      '<controlaccess><head>x</head><controlaccess><subject source="lcsh"><part>Poetry</part><part>20th century</part></subject><geogname><part>Padova</part><geographiccoordinates coordinatesystem="WGS84">45.4, 11.9</geographiccoordinates></geogname></controlaccess><genreform>Lettere</genreform><famname authfilenumber="f1">Papafava</famname></controlaccess>',
    );
    expect(unit.description.accessPoints).toEqual([
      { kind: 'subject', label: 'Poetry -- 20th century', source: 'lcsh' },
      { kind: 'place', label: 'Padova', coordinates: { latitude: 45.4, longitude: 11.9 } },
      { kind: 'genre', label: 'Lettere' },
      { kind: 'family', label: 'Papafava', identifier: 'f1' },
    ]);
    expect(unit.agents).toEqual([{ role: 'subject', kind: 'family', name: 'Papafava', identifier: 'f1' }]);
  });

  it('ICAR headings known by a code only', async () => {
    const unit = await readUnit(
      '<controlaccess><persname><part localtype="Antroponimo" identifier="SIA-PE-2419175"/></persname><geogname><part localtype="Toponimo" identifier="SIA-LG-2418324"/></geogname></controlaccess>',
    );
    expect(unit.agents).toEqual([{ role: 'subject', kind: 'person', name: null, identifier: 'SIA-PE-2419175' }]);
    expect(unit.records).toEqual([{ kind: 'Toponimo', identifier: 'SIA-LG-2418324' }]);
    expect(unit.description.accessPoints).toEqual([]);
  });

  it('relations', async () => {
    const unit =
      await readUnit(`<relations><relation relationtype="cpfrelation"><relationentry localtype="Soggetto produttore">SIA-AG-1021243</relationentry><dateset><datesingle localtype="DataTestuale">1941-1984</datesingle></dateset></relation>
      <relation relationtype="cpfrelation"><relationentry localtype="Soggetto conservatore">SIA-AG-1033245</relationentry><descriptivenote><p altrender="ModalitaAcquisizione">Versamento</p></descriptivenote></relation>
      <relation relationtype="cpfrelation" href="http://viaf.org/2" arcrole="correspondent"><relationentry>Osip</relationentry></relation>
      <relation relationtype="resourcerelation"><relationentry localtype="ComplArchSovraordinato">SIA-CA-2013153</relationentry></relation>
      <relation relationtype="otherrelationtype" otherrelationtype="StrumentoCollegato"><relationentry>SIA-SR-2013011</relationentry><descriptivenote><p>alle pp. 1-15.</p></descriptivenote></relation></relations>`);
    expect(unit.agents).toMatchObject([
      { role: 'creator', identifier: 'SIA-AG-1021243', name: null, dates: { start: '1941-01-01', end: '1984-12-31' } },
      {
        role: 'custodian',
        identifier: 'SIA-AG-1033245',
        label: 'Soggetto conservatore; Modalità di acquisizione: Versamento',
      },
      { role: 'other', identifier: 'http://viaf.org/2', name: 'Osip', label: 'correspondent' },
    ]);
    expect(unit.records).toEqual([
      { kind: 'ComplArchSovraordinato', identifier: 'SIA-CA-2013153' },
      { kind: 'StrumentoCollegato', identifier: 'SIA-SR-2013011', note: 'alle pp. 1-15.' },
    ]);
  });

  it('digital objects that a file of the DTD era names by an entity', async () => {
    const drafts =
      await read(`<!DOCTYPE ead SYSTEM "ead.dtd" [<!NOTATION gif SYSTEM "gif"><!ENTITY f1 SYSTEM "http://x.it/1.gif" NDATA gif>
      <!ENTITY f2 PUBLIC '-//X//2//IT' 'file:///etc/passwd' NDATA gif> <!ENTITY t SYSTEM "http://x.it/text.xml">]>
      <ead><eadheader><eadid>x</eadid></eadheader><archdesc><did/><daogrp><daoloc entityref="f1"/><daoloc entityref="f2"/><daoloc entityref="t"/>
      <daoloc entityref="f1" href="http://x.it/own"/></daogrp></archdesc></ead>`);
    const hrefs = ofKind(drafts, 'unit')[0]?.digitalObjects.map(({ href }) => href);
    expect(hrefs).toEqual(['http://x.it/1.gif', 'file:///etc/passwd', 't', 'http://x.it/own']);
  });

  it('digital objects in a title and among words', async () => {
    const unit = await readUnit(
      `<did><unittitle>Mappa <dao href="http://x.it/1"/></unittitle></did><odd><p>Vedi <dao href="http://x.it/2"/></p><list><item><daogrp><daoloc href="http://x.it/3"/></daogrp> tavola</item></list></odd>`,
      'level="fonds"',
      ead2002,
    );
    expect(unit.digitalObjects.map(({ href }) => href)).toEqual(['http://x.it/1', 'http://x.it/2', 'http://x.it/3']);
    expect([unit.title, unit.description.elements.note?.[0]?.text]).toEqual(['Mappa', 'Vedi tavola']);
  });

  it('digital objects of both editions', async () => {
    const old = await did2002(
      '<daogrp><daodesc><p>Gruppo</p></daodesc><daoloc xlink:href="http://x.it/1" role="image"/><daoloc xlink:href="http://x.it/2" role="thumbnail" xlink:title="Due"/></daogrp><dao xlink:href="http://x.it/3"/>',
    );
    expect(old.digitalObjects).toEqual([
      { href: 'http://x.it/1', label: 'Gruppo', role: 'image' },
      { href: 'http://x.it/2', label: 'Due', role: 'thumbnail' },
      { href: 'http://x.it/3', label: null, role: null },
    ]);
    const three = await did(
      '<daoset><dao daotype="derived" linkrole="image/jpeg" href="http://x.it/1"><descriptivenote><p>Recto</p></descriptivenote></dao></daoset>',
    );
    expect(three.digitalObjects).toEqual([
      { href: 'http://x.it/1', label: 'Recto', role: 'derived', mediaType: 'image/jpeg' },
    ]);
  });
});

describe('the source', () => {
  it('EAD 2002: eadid, agency, repository, title', async () => {
    const drafts = await read(
      '<ead xmlns="urn:isbn:1-931666-22-9"><eadheader><eadid mainagencycode="IT-PD1"> x 1 </eadid><filedesc><titlestmt><titleproper type="filing">Z</titleproper><titleproper>Titolo</titleproper></titlestmt></filedesc><profiledesc><langusage><language langcode="ita"/></langusage></profiledesc></eadheader><archdesc level="fonds"><did><repository><corpname>Archivio</corpname></repository></did></archdesc></ead>',
    );
    expect(ofKind(drafts, 'source')).toEqual([
      {
        kind: 'source',
        format: 'ead2002',
        repositoryCode: 'IT-PD1',
        repositoryName: 'Archivio',
        identifier: 'x 1',
        action: 'insert',
        cascade: false,
        lastUpdate: null,
        system: null,
        title: 'Titolo',
        language: 'ita',
        line: 1,
      },
    ]);
  });

  it('without identifier', async () => {
    const drafts = await read('<ead><control><recordid/></control><archdesc level="fonds"><did/></archdesc></ead>');
    expect(ofKind(drafts, 'source')[0]?.identifier).toBeNull();
  });
});

it('a title that ends in a quotation before its date keeps the whole of it', async () => {
  const unit = await readUnit('<did><unittitle>Lunch, "Ten Years", <unitdate>1987</unitdate></unittitle></did>');
  expect(unit.title).toBe('Lunch, "Ten Years"');
  expect(unit.description.titleHtml).toBeUndefined();
});
