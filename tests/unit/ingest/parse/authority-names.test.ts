import { describe, expect, it } from 'vitest';
import { ofKind, read } from './read-text.ts';

const eac = (content: string) =>
  `<eac xmlns="https://archivists.org/ns/eac/v2"><control><recordId>P1</recordId></control>${content}</eac>`;
const description = (names: string, rest = '') =>
  `<cpfDescription><identity><entityType value="person"/>${names}</identity>${rest}</cpfDescription>`;
const agentsOf = async (content: string) => ofKind(await read(eac(content)), 'agent');
const namesOf = async (names: string) => {
  const [agent] = await agentsOf(description(names));
  return { authorised: agent?.authorisedName, others: agent?.description.otherNames };
};

describe('names', () => {
  it.each<[string, string, string, object[]]>([
    [
      'what a heading is made of is no other name',
      '<nameEntry><part localType="IntestazionePersona">Gloria, Andrea, archivista (1821-1911)</part><part localType="NomePersona">Andrea</part><part localType="CognomePersona">Gloria</part><part localType="QualificazionePersona">abate</part><part localType="DatePersona">1821-1911</part></nameEntry>',
      'Gloria, Andrea, archivista (1821-1911)',
      [],
    ],
    [
      'a name that the heading begins with is not said again',
      '<nameEntry><part localType="IntestazionePrincipaleEnte">Cassa di città, Padova (sec. XV - 1805)</part><part localType="DenominazionePrincipaleEnte">Cassa di città</part></nameEntry>',
      'Cassa di città, Padova (sec. XV - 1805)',
      [],
    ],
    [
      'acronyms and pseudonyms are names',
      '<nameEntry><part localType="IntestazionePersona">Schmitz, Ettore</part><part localType="Pseudonimo">Italo Svevo</part><part localType="AcronimoEnte">ES</part></nameEntry>',
      'Schmitz, Ettore',
      [
        { name: 'Italo Svevo', label: 'Pseudonimo' },
        { name: 'ES', label: 'Acronimo' },
      ],
    ],
    [
      'the qualifier of an entry says what kind of name it is',
      '<nameEntry><part localType="IntestazioneEnte">Intendenza</part></nameEntry><nameEntry status="alternative"><part localType="AltraIntestazione">Finanzintendanz</part><part localType="Qualifica">Denominazione parallela - Intestazione parallela</part></nameEntry><nameEntry status="alternative" localType="AltraDenominazioneEnte"><part localType="AltraIntestazione">Ufficio</part><part localType="Qualifica">Altra denominazione</part></nameEntry>',
      'Intendenza',
      [{ name: 'Finanzintendanz', label: 'Denominazione parallela' }, { name: 'Ufficio' }],
    ],
    [
      'the same form twice is one name',
      '<nameEntry><part>Goethe</part></nameEntry><nameEntry><part>Göthe</part></nameEntry><nameEntry><part>Göthe</part></nameEntry><nameEntry><part>Goethe</part></nameEntry>',
      'Goethe',
      [{ name: 'Göthe' }],
    ],
    [
      'dates and epithets stay in the form they tell apart, without doubled punctuation',
      '<nameEntry><part localType="surname">Czar Boris III,</part><part localType="dates">1894-1943</part><part>(Bulgaria)</part></nameEntry>',
      'Czar Boris III, 1894-1943 (Bulgaria)',
      [],
    ],
  ])('%s', async (_, names, authorised, others) => {
    expect(await namesOf(names)).toEqual({ authorised, others });
  });
});

describe('several identities in one record', () => {
  const named = (name: string, more = '') => `<nameEntry><part>${name}</part></nameEntry>${more}`;
  const life = (years: string) =>
    `<description><existDates><date standardDate="${years}">${years}</date></existDates></description>`;

  it('are agents of their own, tied to the first', async () => {
    const agents = await agentsOf(
      `<multipleIdentities>${description(named('Schmitz, Ettore'), life('1861'))}${description(named('Svevo, Italo', '<identityId>SV</identityId>'), life('1892'))}</multipleIdentities>`,
    );
    expect(agents).toMatchObject([
      { identifiers: ['P1'], authorisedName: 'Schmitz, Ettore', dates: { display: '1861' }, relations: [] },
      {
        identifiers: ['P1#2', 'SV'],
        authorisedName: 'Svevo, Italo',
        dates: { display: '1892' },
        description: { otherNames: [] },
        relations: [{ kind: 'identity', identifier: 'P1', name: 'Schmitz, Ettore' }],
      },
    ]);
  });

  it('one without a name is passed over, one that is internal stays so', async () => {
    const agents = await agentsOf(
      `<multipleIdentities>${description('')}${description(named('A'))}${description(named('B')).replace('<cpfDescription', '<cpfDescription audience="internal"')}</multipleIdentities>`,
    );
    expect(agents.map(({ authorisedName, internal }) => [authorisedName, internal])).toEqual([
      ['A', false],
      ['B', true],
    ]);
  });
});

describe('relations of authority records', () => {
  const relation = (type: string, role = '', more = '') =>
    `<relation><targetEntity targetType="agent"><part>X</part></targetEntity><relationType>${type}</relationType>${role && `<targetRole>${role}</targetRole>`}${more}</relation>`;
  const relationOf = async (content: string) => {
    const [agent] = await agentsOf(
      description('<nameEntry><part>A</part></nameEntry>', `<relations>${content}</relations>`),
    );
    return agent?.relations[0];
  };

  it.each<[string, string, string, string | undefined]>([
    ['GerarchicaPadre', 'Soggetto produttore collegato', 'hierarchical', 'sovraordinato'],
    ['GerarchicaFiglio', 'Soggetto produttore collegato', 'hierarchical', 'subordinato'],
    ['TemporaleSuccessiva', 'Agente collegato', 'temporal', 'successore'],
    ['Associativa', 'Soggetto produttore collegato', 'associative', undefined],
    ['Collegato', 'Contesto storico istituzionale collegato', 'associative', 'contesto storico istituzionale'],
    ['Family', 'Parent', 'family', 'Parent'],
    ['sameAs', '', 'identity', undefined],
  ])('%s, %s', async (type, role, kind, label) => {
    const found = await relationOf(relation(type, role));
    expect([found?.kind, found?.label]).toEqual([kind, label]);
  });

  it('say when and where', async () => {
    const dated =
      '<dateRange><fromDate standardDate="1930">1930</fromDate><toDate standardDate="1932">1932</toDate></dateRange><place><placeName>Padova</placeName></place><descriptiveNote><p>per nomina</p></descriptiveNote>';
    expect((await relationOf(relation('Associativa', '', dated)))?.note).toBe('1930-1932; Padova; per nomina');
  });

  it('are what their note says where nothing else does', async () => {
    expect((await relationOf(relation('', '', '<descriptiveNote><p>Wife</p></descriptiveNote>')))?.kind).toBe('family');
  });
});
