import { describe, expect, it } from 'vitest';
import { toBibtex } from '#lib/projections/hits-bibtex.ts';
import { toRis } from '#lib/projections/hits-ris.ts';
import { heldHit } from './held-hit.ts';

describe('a list as BibTeX', () => {
  it('says what a unit is, when, where it is kept', () => {
    expect(toBibtex([heldHit()])).toBe(`@misc{eli4u-1234567a,
  title = {Registro d’estimo, «Duomo»},
  year = {1418},
  howpublished = {Archivio di Stato di Padova, Estimi, Estimo del 1418, b. 12},
  type = {registro},
  url = {https://example.org/records/1234567a}
}
`);
  });

  it('gives TeX nothing to obey', () => {
    const entry = toBibtex([heldHit({ title: '}\\input{x} 50% & #1 $a_b^c~\n}' })]);
    expect(entry).toContain(
      'title = {\\}\\textbackslash{}input\\{x\\} 50\\% \\& \\#1 \\$a\\_b\\textasciicircum{}c\\textasciitilde{} \\}}',
    );
  });

  it('takes years from the span where no date is written', () => {
    const dates = { display: null, start: '0900-01-01', end: '1010-12-31' };
    expect(toBibtex([heldHit({ dates })])).toContain('year = {900--1010}');
    expect(toBibtex([heldHit({ dates: { display: null, start: null, end: null } })])).not.toContain('year');
  });
});

describe('a list as RIS', () => {
  it('says what a unit is, when, where it is kept', () => {
    expect(toRis([heldHit()]).split('\r\n')).toEqual([
      'TY  - MANSCPT',
      'ID  - 1234567a',
      'TI  - Registro d’estimo, «Duomo»',
      'T2  - Estimi',
      'PY  - 1418',
      'DA  - 1418',
      'M3  - registro',
      'CN  - b. 12',
      'AV  - Estimi, Estimo del 1418',
      'PB  - Archivio di Stato di Padova',
      'UR  - https://example.org/records/1234567a',
      'ER  - ',
      '',
      '',
    ]);
  });

  it('lets no title pass for a tag', () => {
    expect(toRis([heldHit({ title: 'Lettera\r\nER  - \nTY  - BOOK' })])).toContain('TI  - Lettera ER - TY - BOOK\r\n');
  });
});
