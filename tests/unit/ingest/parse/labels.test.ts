import { describe, expect, it } from 'vitest';
import { relatorWord } from '#ingest/parse/relator-words.ts';
import { labelOfLocalType } from '#ingest/parse/xml/local-type.ts';
import { readUnit } from './read-text.ts';

describe('labels that readers see', () => {
  it.each<[string, string | null]>([
    ['StatoDiConservazione', 'Stato di conservazione'],
    ['CondizioniAccesso', 'Condizioni di accesso'],
    ['ModalitaAcquisizione', 'Modalità di acquisizione'],
    ['NotaArchivisticoDiplomatica', 'Nota archivistico-diplomatica'],
    ['denominazioneParallela', 'Denominazione parallela'],
    ['plan_of_record_groups', 'plan of record groups'],
    ['Creator:', 'Creator'],
    ['Folder', 'Folder'],
    ['call number', 'call number'],
    ['ArchonID', 'ArchonID'],
    ['SIA', 'SIA'],
    ['UnitaDocumentale', null],
    ['http://viaf.org', null],
    ['1', null],
    ['undefined', null],
    ['', null],
  ])('%s → %s', (type, label) => expect(labelOfLocalType(type)).toBe(label));

  it.each<[string | null, string | null]>([
    ['ctb', 'contributore'],
    ['http://id.loc.gov/vocabulary/relators/fmo', 'già possessore'],
    ['Donor (dnr)', 'Donor'],
    ['subject cre', 'creatore'],
    ['subject', null],
    ['oth', null],
    ['Soggetto produttore', 'Soggetto produttore'],
    [null, null],
  ])('relator %s → %s', (word, label) => expect(relatorWord(word)).toBe(label));

  it('who described a unit is no number of the unit', async () => {
    const unit = await readUnit(
      '<processinfo localtype="Compilazione"><chronlist><chronitem><datesingle>2025/02/22</datesingle><event><corpname relator="Compilatore"><part>ICAR-CP-1988029</part></corpname><name><part>Importazione</part></name></event></chronitem></chronlist></processinfo>',
    );
    expect(unit.description.identifiers).toEqual([]);
    expect(unit.records).toEqual([{ kind: 'Compilatore', identifier: 'ICAR-CP-1988029' }]);
    expect(unit.description.elements.archivistsNote?.[0]?.text).toBe('2025/02/22 Importazione');
  });

  it('codes of ICAR hide what they hide however they are written', async () => {
    const unit = await readUnit(
      '<accessrestrict><accessrestrict localtype="visibilita FE"><p>Nessuna</p></accessrestrict></accessrestrict><processinfo localtype="statusScheda"><p>Bozza</p></processinfo><userrestrict><p>Riproduzione libera</p></userrestrict><acquinfo><p>Versamento</p></acquinfo>',
    );
    expect(unit.internal).toBe(true);
    expect(unit.description.elements).toMatchObject({
      archivistsNote: [{ text: 'Bozza', internal: true }],
      conditionsOfReproduction: [{ text: 'Riproduzione libera' }],
      immediateSource: [{ text: 'Versamento' }],
    });
  });

  it('a level of its own', async () => {
    const unit = await readUnit('<did/>', 'level="otherlevel" otherlevel="StrumentoDiRicerca"');
    expect([unit.level, unit.levelLabel]).toEqual(['other', 'Strumento di ricerca']);
  });

  it('a parallel title whose type is its language', async () => {
    const unit = await readUnit(
      '<did><unittitle>Länder</unittitle><unittitle type="fre">Pays</unittitle><unittitle type="short">L.</unittitle></did>',
    );
    expect(unit.description.otherTitles).toEqual([
      { title: 'Pays', lang: 'fre' },
      { title: 'L.', label: 'short' },
    ]);
  });

  it('forms of ICAR that were left unfilled say nothing of a relation', async () => {
    const unit = await readUnit(
      '<relations><relation relationtype="cpfrelation"><relationentry localtype="Detentore dei diritti">SIA-AG-1021243</relationentry><descriptivenote><p altrender="MotivoAttribuzione">Simbolo</p><p altrender="Note">...</p></descriptivenote></relation></relations>',
    );
    expect(unit.agents[0]?.label).toBe('Detentore dei diritti; Motivo dell’attribuzione: Simbolo');
  });
});
