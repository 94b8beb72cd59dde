/** `audience="internal"` on any element whatever: what it holds may reach archivists, never anything that the public is shown. */
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import type { Draft } from '#ingest/draft.ts';
import { read } from './read-text.ts';

const ead2002 = `<ead><eadheader><eadid>r</eadid><filedesc><titlestmt><titleproper>Inventario</titleproper><author>Autore</author></titlestmt><notestmt><note><p>Nota</p></note></notestmt></filedesc>
<profiledesc><creation>Redatto <date>2001</date></creation><langusage>In <language langcode="ita">italiano</language></langusage></profiledesc><revisiondesc><change><date>2002</date><item>rivisto</item></change></revisiondesc></eadheader>
<frontmatter><titlepage><titleproper>Frontespizio</titleproper><publisher>Editore</publisher></titlepage><div><head>Premessa</head><p>Prefazione <emph>curata</emph></p></div></frontmatter>
<archdesc level="fonds"><did><unitid>A <emph>1</emph></unitid><unittitle>Titolo <persname>Rossi</persname>, <unitdate normal="1900/1910">anni dieci</unitdate></unittitle><unittitle type="parallel">Altro titolo</unittitle><unitdate>1950</unitdate>
<physdesc>Fisico <extent>due buste</extent></physdesc><physdesc><extent>tre</extent><dimensions>cm 9</dimensions><physfacet>carta</physfacet><genreform>mappa</genreform></physdesc><origination>Creatore <persname>Bianchi</persname></origination>
<repository><corpname>Archivio <subarea>Sezione</subarea></corpname></repository><container type="busta">sette</container><physloc>Scaffale</physloc><langmaterial>Lingua <language>aramaico</language></langmaterial>
<abstract>Sunto <emph>breve</emph></abstract><materialspec>Scala</materialspec><note><p>Annotazione</p></note><dao href="http://x.it/dao"><daodesc><p>Figura</p></daodesc></dao><daogrp><daodesc><p>Gruppo</p></daodesc><daoloc href="http://x.it/loc"/></daogrp></did>
<scopecontent><head>Testata</head><p>Ambito <persname>Verdi</persname></p><list><item>Voce <emph>prima</emph></item></list><arrangement><p>Ordine</p></arrangement><table><tgroup><tbody><row><entry>Cella</entry></row></tbody></tgroup></table></scopecontent>
<bioghist><chronlist><chronitem><date>1848</date><eventgrp><event>Moto</event></eventgrp></chronitem></chronlist><note><p>Postilla</p></note></bioghist><accessrestrict><p>Consultabile</p></accessrestrict>
<controlaccess><head>Voci</head><persname>Neri</persname><subject>Tema</subject><controlaccess><geogname>Padova</geogname><list><item><corpname>Ente</corpname></item></list></controlaccess></controlaccess>
<descgrp><acqinfo><p>Dono</p></acqinfo></descgrp><index><indexentry><name>Indice</name><ref>rinvio</ref></indexentry></index><bibliography><bibref>Libro <title>nome</title></bibref></bibliography><dao href="http://x.it/fuori"/>
<dsc><head>Elenco</head><p>Avviso</p></dsc></archdesc></ead>`;

const ead3 = `<ead xmlns="http://ead3.archivists.org/schema/"><control><recordid>r</recordid><otherrecordid>Codice</otherrecordid><representation href="http://x.it/pdf">Copia</representation><filedesc><titlestmt><titleproper>Inventario</titleproper></titlestmt></filedesc>
<maintenanceagency><agencyname>Agenzia</agencyname><descriptivenote><p>Cura</p></descriptivenote></maintenanceagency><rightsdeclaration><descriptivenote><p>Diritti</p></descriptivenote></rightsdeclaration><localcontrol localtype="stato"><term>Bozza</term></localcontrol>
<maintenancehistory><maintenanceevent><eventtype value="created"/><eventdatetime>2020</eventdatetime><agent>Redattore</agent><eventdescription><p>Steso</p></eventdescription></maintenanceevent></maintenancehistory><sources><source><sourceentry>Fonte</sourceentry></source></sources></control>
<archdesc level="fonds"><did><unitid>A1</unitid><unittitle>Titolo</unittitle><unitdatestructured><dateset><datesingle>1931</datesingle><daterange><fromdate standarddate="1940">quaranta</fromdate><todate standarddate="1942">quarantadue</todate></daterange></dateset></unitdatestructured>
<physdescset><physdescstructured><quantity>9</quantity><unittype>rotoli</unittype><dimensions>alto</dimensions><physfacet>pergamena</physfacet><descriptivenote><p>Guasto</p></descriptivenote></physdescstructured></physdescset><origination><persname identifier="P-77"><part>Bianchi</part><part>Carlo</part></persname></origination>
<didnote>Nota</didnote><daoset><dao daotype="unknown" href="http://x.it/set"/><descriptivenote><p>Serie</p></descriptivenote></daoset><langmaterial><languageset><language>sumero</language><script>cuneiforme</script><descriptivenote><p>Antico</p></descriptivenote></languageset></langmaterial></did>
<relations><relation relationtype="cpfrelation" href="http://x.it/cpf"><relationentry>Legato</relationentry><descriptivenote><p>Vincolo</p></descriptivenote></relation><relation relationtype="resourcerelation" href="http://x.it/res"><relationentry>Risorsa</relationentry></relation></relations>
<controlaccess><subject><part>Tema</part><part>Sotto</part></subject><geogname><part>Luogo</part><geographiccoordinates>45.4, 11.8</geographiccoordinates></geogname></controlaccess></archdesc></ead>`;

const eac2 = `<eac xmlns="https://archivists.org/ns/eac/v2"><control><recordId>r</recordId><maintenanceAgency><agencyName>Agenzia</agencyName></maintenanceAgency><rightsDeclaration><descriptiveNote><p>Diritti</p></descriptiveNote></rightsDeclaration>
<maintenanceHistory><maintenanceEvent maintenanceEventType="created"><agent>Redattore</agent><eventDateTime>2020</eventDateTime><eventDescription>Steso</eventDescription></maintenanceEvent></maintenanceHistory><sources><source><reference href="http://x.it/fonte">Fonte</reference></source></sources></control>
<cpfDescription><identity><entityType value="person"/><nameEntry preferredForm="true"><part>Rossi</part></nameEntry><nameEntry><part>Verdi</part><useDates><date>1900</date></useDates></nameEntry></identity>
<description><existDates><dateRange><fromDate standardDate="1850">cinquanta</fromDate><toDate standardDate="1900">novecento</toDate></dateRange></existDates><biogHist><p>Nacque <reference href="http://x.it/vita">altrove</reference></p><chronList><chronItem><date>1848</date><event>Moto</event></chronItem></chronList></biogHist>
<places><place><placeName>Padova</placeName><placeRole>nascita</placeRole><address><addressLine>Via</addressLine></address></place></places><functions><function><term>Giudice</term><descriptiveNote><p>Sentenze</p></descriptiveNote></function></functions><occupations><occupation><term>Notaio</term></occupation></occupations>
<legalStatuses><legalStatus><term>Privato</term></legalStatus></legalStatuses><mandates><mandate><term>Legge</term></mandate></mandates><generalContext><p>Contesto</p></generalContext><structureOrGenealogy><p>Famiglia</p></structureOrGenealogy><localDescriptions><localDescription localType="x"><term>Locale</term></localDescription></localDescriptions></description>
<relations><relation><targetEntity targetType="person" valueURI="http://x.it/altro"><part>Altro</part></targetEntity><relationType>family</relationType><descriptiveNote><p>Fratello</p></descriptiveNote></relation><relation><targetEntity targetType="resource"><part>Carte</part></targetEntity></relation></relations></cpfDescription></eac>`;

/** Words and addresses of which there is a place in public views: everything of a draft but what is flagged internal and how it was found. */
function publicWords(value: unknown): string {
  if (typeof value === 'string' || typeof value === 'number') return `${value} `;
  if (Array.isArray(value)) return value.map(publicWords).join('');
  if (value === null || typeof value !== 'object') return '';
  if ('internal' in value && value.internal === true) return '';
  return Object.entries(value).reduce(
    (all, [key, part]) => (/^(xpath|line)$/.test(key) ? all : all + publicWords(part)),
    '',
  );
}

const shown = (drafts: readonly Draft[]) => publicWords(drafts.filter(({ kind }) => /^(unit|agent)$/.test(kind)));

/** The file once for each of its elements, with that one internal, and the words and addresses in it, each made unlike any other. */
function variants(text: string): { name: string; text: string; words: string[] }[] {
  const found: { name: string; text: string; words: string[] }[] = [];
  const starts: { at: number; name: string; words: string[] }[] = [];
  const open: number[] = [];
  let marked = '';
  let n = 0;
  const parser = new SaxesParser({ xmlns: false });
  const fresh = (word: string) => {
    const token = `${word}q${++n}q`;
    for (const at of open) starts[at]?.words.push(token);
    return token;
  };
  parser.on('opentag', ({ name, attributes }) => {
    open.push(starts.length);
    starts.push({ at: marked.length + 1 + name.length, name, words: [] });
    const written = Object.entries(attributes).map(
      ([key, value]) => ` ${key}="${key === 'href' ? fresh(value) : value}"`,
    );
    marked += `<${name}${written.join('')}>`;
  });
  parser.on('text', (words) => (marked += words.replace(/\p{L}{3,}/gu, fresh)));
  parser.on('closetag', ({ name }) => {
    marked += `</${name}>`;
    open.pop();
  });
  parser.write(text).close();
  for (const { at, name, words } of starts.slice(1))
    if (words.length > 0)
      found.push({ name, words, text: `${marked.slice(0, at)} audience="internal"${marked.slice(at)}` });
  return found;
}

/** Who keeps the holdings and who publishes the description is no secret, and part of what a source is known by. */
const custodians = /^(Archivio|Sezione|Agenzia|rq)/;

describe.each([
  ['EAD 2002', ead2002],
  ['EAD3', ead3],
  ['EAC-CPF 2.0', eac2],
])('%s', (_, text) => {
  it.each(variants(text).map((variant): [string, typeof variant] => [variant.name, variant]))(
    '%s',
    async (_name, variant) => {
      const said = shown(await read(variant.text));
      expect(variant.words.filter((word) => said.includes(word) && !custodians.test(word))).toEqual([]);
    },
  );

  it('without it nearly all of them are shown', async () => {
    const [plain = { text: '', words: [] }] = variants(text).filter(({ name }) =>
      /^(archdesc|cpfDescription)$/.test(name),
    );
    const said = shown(await read(plain.text.replace(' audience="internal"', '')));
    expect(plain.words.filter((word) => !said.includes(word)).length).toBeLessThan(plain.words.length / 5);
  });
});
