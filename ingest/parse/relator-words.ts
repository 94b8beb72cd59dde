import { labelOfLocalType } from './xml/local-type.ts';

/** Codes of the MARC relators that archives use, in Italian. https://id.loc.gov/vocabulary/relators */
const table =
  'act attore,ann annotatore,arc architetto,arr arrangiatore,art artista,aut autore,cmp compositore,cns censore,col collezionista,' +
  'com compilatore,cre creatore,crp corrispondente,crr correttore,ctb contributore,ctg cartografo,cur curatore,dnr donatore,' +
  'dpt depositante,drm disegnatore,drt regista,dte dedicatario,dto dedicante,edt curatore,egr incisore,fmo già possessore,ill illustratore,' +
  'inv inventore,ive intervistato,ivr intervistatore,lbt librettista,len prestatore,lyr paroliere,mus musicista,nrt narratore,' +
  'org autore dei documenti,own possessore,pbl editore,pht fotografo,prf interprete,pro produttore,prt stampatore,rcp destinatario,' +
  'scr copista,sgn firmatario,spk oratore,spn promotore,srv topografo,trl traduttore,wit testimone';
const relators = new Map(
  table.split(',').map((line): [string, string] => {
    const at = line.indexOf(' ');
    return [line.slice(0, at), line.slice(at + 1)];
  }),
);

/** Words that say no more than where they stand: an entry among the access points is a subject, an origination a creator. */
const silent = new Set(['subject', 'source', 'origination', 'oth', 'asn']);

/** A source's word or code for how someone is tied to a record, for readers: `ctb` → "contributore", "Donor (dnr)" → "Donor". */
export function relatorWord(given: string | null): string | null {
  // What nearly all entries have.
  if (given === null) return null;
  const uri = /^https?:\/\/id\.loc\.gov\/vocabulary\/relators\/([a-z]{3})$/.exec(given);
  const word = (uri?.[1] ?? given).replace(/(\S)\s*\([a-z]{3}\)$/, '$1');
  const codes = word.toLowerCase().split(' ');
  if (codes.every((code) => relators.has(code) || silent.has(code)))
    return codes.flatMap((code) => relators.get(code) ?? []).join(', ') || null;
  return labelOfLocalType(word);
}
