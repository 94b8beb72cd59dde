/** Where what hangs on a case is read: by its party on Mia Pagina, or by who serves them at the front office, who see the same. */
export interface CasePlaces {
  page: string;
  term: string;
  receipt: string;
  document(record: string): string;
  /** The receipt of what was sent when asked. */
  answer(record: string): string;
  /** Whether things are done here, and not only read. */
  acts: boolean;
}

/** A party's own. */
export function ownPlaces(id: string, type: string): CasePlaces {
  const page = `/mia-pagina/pratiche/${id}`;
  return {
    page,
    term: `${page}/termine`,
    receipt: `/servizi/${type}/richiesta/${id}`,
    document: (record) => `${page}/documenti/${record}`,
    answer: (record) => `${page}/ricevute/${record}`,
    acts: true,
  };
}
