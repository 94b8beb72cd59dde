import type { Address } from '#lib/procedures/cases/answer-shapes.ts';
import type { FilingFacts } from '#lib/procedures/cases/filing-facts.ts';
import { addDays, type Day } from '#lib/procedures/day.ts';
import { bodyOf } from './bodies.ts';
import type { Chance } from './chance.ts';
import { childOf } from './people.ts';
import type { TypeCode } from './shares.ts';
import { nurseries, squares, streets } from './streets.ts';

export interface Unit {
  id: string;
  title: string;
  /** Its documents cannot be read yet. */
  described?: boolean;
}

export interface Asked {
  type: TypeCode;
  chance: Chance;
  filedOn: Day;
  /** Number of the applicant. */
  person: number;
  company: boolean;
  represented: boolean;
  /** Units of the archive that can be asked for. */
  units: readonly Unit[];
}

export interface Answered {
  answers: FilingFacts['answers'];
  /** Names no person. */
  place: string | null;
  aboutRecord: string | null;
}

/** What is written into the form of a type. */
export function answersTo(asked: Asked): Answered {
  const { type, chance, filedOn, person, company, represented, units } = asked;
  const street = chance.pick(streets);
  const home = { street, number: String(chance.whole(1, 160)) };
  const square = { street: chance.pick(squares), number: chance.happens(0.4) ? 'snc' : String(chance.whole(1, 60)) };
  const parcel = { sheet: String(chance.whole(1, 190)), parcel: String(chance.whole(10, 1900)) };
  const at = ({ street: name, number }: Address) => (number === 'snc' ? name : `${name} ${number}`);
  const given = (place: string | null, answers: Answered['answers'], aboutRecord: string | null = null): Answered => ({
    answers,
    place,
    aboutRecord,
  });
  switch (type) {
    case 'occupazione-suolo-48-ore': {
      const on = addDays(filedOn, chance.whole(7, 30));
      const until = addDays(on, chance.whole(0, 1));
      return given(at(square), {
        place: square,
        area: chance.whole(6, 60),
        from: `${on}T07:00`,
        to: `${until}T19:00`,
        reason: chance.pick([
          'Trasloco con autoscala',
          'Carico e scarico di materiali edili',
          'Festa di via',
          'Banchetto informativo',
          'Riprese video',
        ]),
        noParking: chance.happens(0.7),
      });
    }
    case 'occupazione-suolo-pubblico': {
      const on = addDays(filedOn, chance.whole(20, 60));
      const kind = company ? chance.pick(['cantiere', 'plateatico', 'plateatico', 'manifestazione']) : 'cantiere';
      const days =
        { cantiere: chance.whole(10, 120), plateatico: chance.whole(150, 364), manifestazione: chance.whole(3, 9) }[
          kind
        ] ?? 10;
      return given(at(square), {
        place: square,
        area: chance.whole(12, 180),
        from: `${on}T08:00`,
        to: `${addDays(on, days)}T22:00`,
        kind,
        permanent: false,
      });
    }
    case 'cambio-residenza':
      return given(at(home), {
        kind: chance.weighted([
          ['stesso-comune', 5],
          ['altro-comune', 4],
          ['estero', 1],
        ]),
        newHome: home,
        movedOn: addDays(filedOn, -chance.whole(0, 18)),
        title: chance.weighted([
          ['affitto', 6],
          ['proprieta', 3],
          ['comodato', 1],
        ]),
      });
    case 'iscrizione-nido': {
      const child = childOf(person, Number(filedOn.slice(0, 4)) - chance.whole(1, 2));
      const first = chance.pick(nurseries);
      const second = chance.pick(nurseries);
      return given(`nido ${first}`, {
        child: child.name,
        childFiscalCode: child.taxCode,
        home,
        firstChoice: first,
        ...(second === first ? {} : { secondChoice: second }),
        disability: chance.happens(0.03),
        household: chance.pick([
          'Lavorano entrambi i genitori; un altro figlio alla scuola dell’infanzia',
          'Lavora un genitore; nessun altro figlio',
          'Nucleo con un solo genitore, che lavora',
        ]),
      });
    }
    case 'accesso-pratiche-edilizie':
      return given(at(home), {
        building: home,
        parcel: [parcel],
        files: `Licenza n. ${chance.whole(100, 999)} del ${chance.whole(1955, 1998)}`,
        title: represented
          ? 'tecnico-delegato'
          : chance.weighted([
              ['proprietario', 6],
              ['altro-titolo', 2],
              ['terzo', 1],
            ]),
        reason: chance.pick([
          'Compravendita: verifica della conformità',
          'Progetto di ristrutturazione',
          'Pratica di agevolazione fiscale',
        ]),
      });
    case 'accesso-documentale':
      return given(null, {
        documents: chance.pick([
          'Verbale del sopralluogo di marzo nel cortile condominiale',
          'Graduatoria con i punteggi del bando alloggi',
          'Esposto che riguarda il mio esercizio',
          'Offerta tecnica di chi ha vinto la gara',
        ]),
        reason: chance.pick([
          'Sono parte del procedimento',
          'Devo difendere i miei diritti in un giudizio',
          'Ho partecipato alla gara',
        ]),
        manner: chance.pick(['visione', 'copia', 'copia-conforme', 'digitale']),
      });
    case 'certificato-destinazione-urbanistica':
      return given(`foglio ${parcel.sheet}, mappale ${parcel.parcel}`, {
        parcels: [parcel],
        kind: 'attuale',
        purpose: chance.pick(['Atto di compravendita', 'Divisione ereditaria', 'Donazione']),
      });
    case 'permesso-di-costruire':
      return given(at(home), {
        site: home,
        parcels: [parcel],
        works: chance.pick(['nuova-costruzione', 'ampliamento', 'ristrutturazione', 'variante', 'sanatoria']),
        use: chance.pick(['Residenziale', 'Residenziale', 'Commerciale', 'Produttiva']),
        volume: chance.whole(120, 3200),
        title: chance.pick(['Proprietà', 'Proprietà', 'Usufrutto']),
        protected: chance.happens(0.25),
      });
    case 'scia-agibilita':
      return given(at(home), {
        site: home,
        parcels: [{ ...parcel, unit: String(chance.whole(1, 24)) }],
        permit: `Permesso n. ${chance.whole(10, 400)}/${Number(filedOn.slice(0, 4)) - chance.whole(1, 3)}`,
        worksEnded: addDays(filedOn, -chance.whole(1, 14)),
      });
    case 'cila':
      return given(at(home), {
        site: home,
        parcels: [{ ...parcel, unit: String(chance.whole(1, 24)) }],
        works: chance.weighted([
          ['manutenzione-straordinaria', 6],
          ['frazionamento-accorpamento', 2],
          ['restauro-leggero', 1],
        ]),
        description: chance.pick([
          'Demolizione e ricostruzione di tramezzi, rifacimento del bagno e degli impianti',
          'Apertura di una porta in un tramezzo e rifacimento della cucina',
          'Divisione di un appartamento in due unità, senza opere sulle strutture',
        ]),
        worksStart: addDays(filedOn, chance.whole(1, 25)),
        builder: bodyOf('building', chance.whole(1, 24)).name,
        title: chance.pick(['Proprietà', 'Proprietà', 'Affitto con il consenso del proprietario']),
      });
    // Nobody is asked anything: the office begins by itself.
    case 'cancellazione-irreperibilita':
      return given(at(home), {});
    case 'commercio-aree-pubbliche':
      return given(null, {
        sector: chance.pick([['alimentare'], ['non-alimentare'], ['alimentare', 'non-alimentare']]),
        goods: chance.pick(['Frutta e verdura', 'Fiori e piante', 'Formaggi', 'Abbigliamento', 'Libri usati']),
        form: company ? 'societa-di-persone' : 'persona-fisica',
        requirements: true,
      });
    case 'patrocinio': {
      const on = addDays(filedOn, chance.whole(40, 120));
      const initiative = chance.pick([
        'Festa dei lettori',
        'Concerto di primavera',
        'Camminata lungo gli argini',
        'Giornata della memoria del quartiere',
        'Torneo dei bambini',
        'Mostra di fotografia',
      ]);
      return given(at(square), {
        initiative,
        programme: `${initiative}: apertura alle 10, incontri e attività fino alle 19, ingresso libero.`,
        from: on,
        to: addDays(on, chance.whole(0, 3)),
        place: square,
        nonProfit: true,
      });
    }
    case 'consultazione-riservata': {
      const [first, ...others] = units.filter(({ described }) => described);
      if (!first) throw new Error('no unit of the archive can be asked for');
      const unit = chance.pick([first, ...others]);
      return given(unit.title, { units: [unit.id], ...research(chance) }, unit.id);
    }
    case 'consultazione-deposito':
      return given('archivio di deposito', {
        search: chance.pick([
          'Concessioni edilizie della zona Arcella, anni Novanta',
          'Assegnazioni di botteghe nei mercati coperti, dal 1985 al 2000',
          'Pratiche di risanamento del centro storico dopo il 1988',
        ]),
        ...research(chance),
      });
    case 'consultazione-archivio': {
      const [first, ...others] = units;
      if (!first) throw new Error('no unit of the archive can be asked for');
      const unit = chance.pick([first, ...others]);
      return given(
        unit.title,
        {
          units: [unit.id],
          service: chance.pick([
            ['consultazione'],
            ['consultazione'],
            ['riproduzione'],
            ['consultazione', 'riproduzione'],
          ]),
          topic: chance.pick([
            'Storia di famiglia',
            'Mercato e dazi in città',
            'Strade e ponti del padovano',
            'Epidemie e sanità in età moderna',
            'Tesi di laurea in storia sociale',
          ]),
          period: chance.pick(['XVI secolo', 'XVII secolo', 'XVIII secolo', '1797-1866', 'XIX secolo']),
          use: 'studio',
        },
        unit.id,
      );
    }
  }
}

/** What a request to read for history says of its research. */
const research = (chance: Chance) => ({
  topic: chance.pick(['Storia dell’assistenza in città', 'Trasformazione dei quartieri', 'Storia di una famiglia']),
  purpose:
    'Ricerca per una tesi di dottorato: i documenti già consultabili si fermano prima degli anni che studio, e non ci sono altre fonti.',
  period: chance.pick(['1930-1950', '1945-1975', '1960-1990']),
});
