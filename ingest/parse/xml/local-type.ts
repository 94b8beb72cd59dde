/** Words of ICAR that say which kind of description a note belongs to, not what the note is. */
const kindsOfDescription = new Set(['ComplessoArchivistico', 'UnitaArchivistica', 'UnitaDocumentaria', 'Progetto']);

const written: Record<string, string> = {
  SIA: 'SIA',
  SIAS: 'SIAS',
  AltroId: 'Altro identificativo',
  IdPrecedente: 'Identificativo precedente',
  AmbitiEContenuto: 'Ambiti e contenuto',
  NumOrdinamentoProvvisorio: 'Numero di ordinamento provvisorio',
  NumOrdinamentoDefinitivo: 'Numero di ordinamento definitivo',
};

/** A type word as a label for readers: `StatoDiConservazione` → "Stato di conservazione"; null when it says nothing to them. */
export function labelOfLocalType(type: string | null | undefined): string | null {
  if (!type || kindsOfDescription.has(type) || /^(https?:|urn:)/.test(type)) return null;
  const known = written[type];
  if (known !== undefined) return known;
  if (!/^[A-ZÀ-Ý][a-zà-ÿ]+([A-ZÀ-Ý][a-zà-ÿ]*)*$/.test(type)) return type;
  return type.replace(/(?!^)[A-ZÀ-Ý]/g, (letter) => ` ${letter.toLowerCase()}`);
}
