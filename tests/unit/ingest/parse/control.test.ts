import { describe, expect, it } from 'vitest';
import { ofKind, read } from './read-text.ts';

const ead3 = (control: string, before = '') =>
  `<ead xmlns="http://ead3.archivists.org/schema/"><control><recordid>x</recordid>${control}</control>${before}<archdesc level="fonds"><did><unittitle>T</unittitle></did><dsc><c level="file"><did><unittitle>U</unittitle></did></c></dsc></archdesc></ead>`;
const ead2002 = (header: string, attributes = '') =>
  `<ead xmlns="urn:isbn:1-931666-22-9"><eadheader ${attributes}><eadid>x</eadid>${header}</eadheader><archdesc level="fonds"><did><unittitle>T</unittitle></did></archdesc></ead>`;
const rootOf = async (text: string) => {
  const [root] = ofKind(await read(text), 'unit');
  if (!root) throw new Error('no unit');
  return root;
};
const areaOf = async (text: string) => (await rootOf(text)).description.elements.archivistsNote ?? [];

describe('what stands before archdesc is said in the control area of the root (ISAD(G) 3.7)', () => {
  it('EAD3', async () => {
    const area = await areaOf(
      ead3(
        `<filedesc><titlestmt><titleproper>T</titleproper><author>Maria Bianchi</author></titlestmt><publicationstmt><publisher>Archivio</publisher><date>2011</date></publicationstmt><notestmt><controlnote localtype="ModalitaRedazione"><p>Stampa da computer</p></controlnote><controlnote localtype="Osservazioni"><p>...</p></controlnote></notestmt></filedesc>
        <languagedeclaration><language langcode="ita">Italiano</language><script>Latino</script></languagedeclaration><conventiondeclaration><abbr>ISAD(G)</abbr><citation>General International Standard</citation></conventiondeclaration>
        <maintenancehistory><maintenanceevent><eventtype value="created"/><eventdatetime>2025-02-21</eventdatetime><agenttype value="human"/><agent>Chiaretti, Alessandro</agent><eventdescription>Prima redazione</eventdescription></maintenanceevent><maintenanceevent><eventtype value="revised"/><eventdatetime>2025-03-01</eventdatetime><agent>Rossi</agent></maintenanceevent></maintenancehistory>
        <sources><source><sourceentry>Inventario Moschetti</sourceentry></source><source linkrole="FonteArchivistica"><sourceentry>ICAR-FA-20200312</sourceentry></source></sources>`,
      ),
    );
    expect(area.map(({ label, text }) => `${label}: ${text}`)).toEqual([
      'Autore dello strumento di ricerca: Maria Bianchi',
      'Pubblicazione: Archivio 2011',
      'Modalità di redazione: Stampa da computer',
      'Lingua della descrizione: Italiano',
      'Norme e convenzioni: ISAD(G) General International Standard',
      'Redazione e revisioni: 2025-02-21, redazione, Chiaretti, Alessandro, Prima redazione 2025-03-01, revisione, Rossi',
      'Fonti: Inventario Moschetti',
    ]);
    expect(area[5]?.html).toBe(
      '<p>2025-02-21, redazione, Chiaretti, Alessandro, Prima redazione</p><p>2025-03-01, revisione, Rossi</p>',
    );
  });

  it('EAD 2002', async () => {
    const area = await areaOf(
      ead2002(
        '<filedesc><titlestmt><titleproper>T</titleproper><sponsor>Regione</sponsor></titlestmt><notestmt><note><p>Da stampa</p></note></notestmt></filedesc><profiledesc><creation>Scritto da <date>2006</date></creation><langusage>In <language langcode="ita">italiano</language>.</langusage><descrules>ISAD(G)</descrules></profiledesc><revisiondesc audience="internal"><change><date>2013</date><item>corretto da N.</item></change></revisiondesc>',
      ),
    );
    expect(area.map(({ label, text, internal }) => [label, text, internal ?? false])).toEqual([
      ['Finanziamento', 'Regione', false],
      ['Nota', 'Da stampa', false],
      ['Redazione', 'Scritto da 2006', false],
      ['Lingua della descrizione', 'In italiano.', false],
      ['Norme e convenzioni', 'ISAD(G)', false],
      ['Redazione e revisioni', '2013, corretto da N.', true],
    ]);
  });

  it('as ICAR writes it: types of the parts, codes, forms left unfilled', async () => {
    const root = await rootOf(
      ead3(
        '<filedesc><titlestmt><titleproper>T</titleproper><author localtype="Autore">ICAR-AG-2034556</author></titlestmt><editionstmt><edition localtype="Tipologia">Inventario analitico</edition><edition localtype="Specificazione">...</edition><edition localtype="Pubblicato">Sì</edition><edition localtype="Online">Sì</edition></editionstmt><publicationstmt><date localtype="DataTestuale">2011</date><date localtype="DataSingola" normal="2011">2011</date><date localtype="NoteAllaDatazione">Data della stampa.</date></publicationstmt></filedesc>',
      ),
    );
    expect(root.description.elements.archivistsNote?.map(({ text }) => text)).toEqual([
      'Tipologia: Inventario analitico Pubblicato: Sì Online: Sì',
      '2011 Data della stampa.',
    ]);
    expect(root.records).toEqual([{ kind: 'Autore', identifier: 'ICAR-AG-2034556' }]);
  });

  it('a header that is internal stays so', async () => {
    const area = await areaOf(ead2002('<profiledesc><creation>io</creation></profiledesc>', 'audience="internal"'));
    expect(area).toMatchObject([{ text: 'io', internal: true }]);
  });

  it('the title page, but for what the header has said', async () => {
    const area = await areaOf(
      ead3(
        '<filedesc><titlestmt><titleproper>Carte Rossi</titleproper></titlestmt></filedesc>',
        '<frontmatter><titlepage><titleproper>Carte  Rossi</titleproper><edition>Seconda</edition><list><item>Piazza del Santo</item></list></titlepage><div><head>Premessa al lettore</head><p>Queste carte</p></div></frontmatter>',
      ),
    );
    expect(area.map(({ label, text }) => [label, text])).toEqual([
      ['Frontespizio', 'Seconda Piazza del Santo'],
      ['Premessa al lettore', 'Queste carte'],
    ]);
  });

  it('belongs to the root alone, and hides it where ICAR says so', async () => {
    const drafts = await read(
      ead3(
        '<localcontrol localtype="VisibilitaFE"><term>Nessuna</term></localcontrol><conventiondeclaration><citation>R</citation></conventiondeclaration>',
      ),
    );
    const [root, file] = ofKind(drafts, 'unit');
    expect([root?.internal, file?.internal]).toEqual([true, true]);
    expect(file?.description.elements).toEqual({});
  });

  it('other ids, a finding aid on the net, and codes as links', async () => {
    const root = await rootOf(
      ead3(
        '<otherrecordid localtype="IdPrecedente">SI_115SR</otherrecordid><representation href="http://x.it/i.pdf">Inventario</representation><localcontrol localtype="StatusScheda"><term>Bozza</term></localcontrol><localcontrol localtype="ProgettoCollegato"><term identifier="SIA-PR-15134566"/></localcontrol>',
      ),
    );
    expect(root.description.identifiers).toEqual([{ value: 'SI_115SR', label: 'Identificativo precedente' }]);
    expect(root.description.elements.findingAids?.[0]?.html).toBe('<p><a href="http://x.it/i.pdf">Inventario</a></p>');
    expect(root.description.elements.archivistsNote).toMatchObject([{ text: 'Bozza', internal: true }]);
    expect(root.records).toEqual([{ kind: 'ProgettoCollegato', identifier: 'SIA-PR-15134566' }]);
  });

  it('a header larger than a unit may be ends the reading', async () => {
    const drafts = await read(ead3(`<conventiondeclaration>${'<p>parole</p>'.repeat(2000)}</conventiondeclaration>`), {
      maxUnitBytes: 10_000,
    });
    expect(drafts.at(-1)).toMatchObject({ kind: 'failed', problem: { code: 'header-too-large', line: 1 } });
  });
});

describe('authority records', () => {
  const agentOf = async (control: string, description: string) =>
    ofKind(
      await read(
        `<eac-cpf xmlns="urn:isbn:1-931666-33-4"><control><recordId>P1</recordId>${control}</control><cpfDescription><identity><entityType>person</entityType><nameEntry><part>A</part></nameEntry></identity>${description}</cpfDescription></eac-cpf>`,
      ),
      'agent',
    )[0]?.description;

  it('have rules and revisions among their notes (ISAAR(CPF) 5.4)', async () => {
    const found = await agentOf(
      '<conventionDeclaration><citation>NIERA(EPF)</citation></conventionDeclaration><maintenanceHistory><maintenanceEvent><eventType>created</eventType><eventDateTime standardDateTime="2012-03-01T16:22:37-05:00"/><agentType>human</agentType><agent>Verdi</agent></maintenanceEvent></maintenanceHistory>',
      '',
    );
    expect(found?.notes.map(({ label, text }) => `${label}: ${text}`)).toEqual([
      'Norme e convenzioni: NIERA(EPF)',
      'Redazione e revisioni: 2012-03-01, redazione, Verdi',
    ]);
  });

  it('a history outside the description, remarks on a whole group, places with their address', async () => {
    const found = await agentOf(
      '',
      '<biogHist><p>Vita</p></biogHist><description><places><place><placeEntry>Torino</placeEntry><address><addressLine>Piazza Castello</addressLine></address></place></places><functions><function><term>podestà</term><placeEntry>Este</placeEntry><descriptiveNote><p>due volte</p></descriptiveNote></function><descriptiveNote><p>di tutte</p></descriptiveNote></functions><occupation><term>notaio</term><descriptiveNote><p>a vita</p></descriptiveNote></occupation></description>',
    );
    expect(found).toMatchObject({
      history: [{ text: 'Vita' }],
      places: [{ label: 'Torino' }],
      functions: [{ label: 'podestà (Este)', text: 'due volte' }],
      occupations: ['notaio. a vita'],
      notes: [
        { label: 'Torino', text: 'Piazza Castello' },
        { label: 'Funzioni', text: 'di tutte' },
      ],
    });
  });
});
