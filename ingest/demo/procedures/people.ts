import type { GivenParty } from '#lib/store/procedures/procedure-writing.ts';
import { codiceFiscaleOf } from './codice-fiscale-of.ts';
import { chanceOf } from './chance.ts';
import { streets } from './streets.ts';

export type NewAgent = Extract<GivenParty['agent'], { kind: string }>;

/** People of the demonstration, all invented: names are put together by chance, addresses are of example.org (RFC 2606). */
const women = [
  'Ada',
  'Bianca',
  'Carla',
  'Delia',
  'Emma',
  'Fulvia',
  'Gemma',
  'Irma',
  'Lia',
  'Mirella',
  'Nora',
  'Olga',
  'Piera',
  'Rita',
  'Sonia',
  'Tullia',
  'Ursula',
  'Vera',
  'Zita',
  'Amina',
] as const;
const men = [
  'Aldo',
  'Bruno',
  'Cesare',
  'Dino',
  'Elio',
  'Fausto',
  'Gino',
  'Ivo',
  'Livio',
  'Mauro',
  'Nino',
  'Omar',
  'Pio',
  'Remo',
  'Silvio',
  'Tito',
  'Ugo',
  'Vasco',
  'Zeno',
  'Yuri',
] as const;
const families = [
  'Altafini',
  'Barbariga',
  'Cantarutti',
  'Dalla Vigna',
  'Erbolato',
  'Fioravante',
  'Gambarotto',
  'Lunardon',
  'Marangoni',
  'Nalesso',
  'Ongarato',
  'Pescarolo',
  'Quaglio',
  'Rossignolo',
  'Scapolan',
  'Tessarolo',
  'Uliana',
  'Vendramel',
  'Zancanaro',
  'Boscolin',
  'Campagnaro',
  'Dolfinato',
  'Formentin',
  'Girardello',
  'Mazzocato',
  'Orsato',
  'Pegoretto',
  'Roncato',
  'Stellin',
  'Trevisiol',
] as const;

/** The n-th invented person. */
export function personOf(n: number): NewAgent {
  const chance = chanceOf('person', n);
  const female = chance.happens(0.5);
  const name = female ? chance.pick(women) : chance.pick(men);
  const family = chance.pick(families);
  const born = { year: chance.whole(1942, 2003), month: chance.whole(1, 12), day: chance.whole(1, 28) };
  const mail = `${name}.${family}.${n}`.toLowerCase().replaceAll(' ', '');
  return {
    kind: 'person',
    name: `${name} ${family}`,
    taxCode: codiceFiscaleOf({ name, family, female, ...born, place: chance.pick(birthplaces) }),
    contacts: {
      email: `${mail}@example.org`,
      phone: `049 ${chance.whole(5_550_000, 5_559_999)}`,
      address: `${chance.pick(streets)} ${chance.whole(1, 140)}, Padova`,
    },
  };
}

/** Codes of the land registry: Padova, Venezia, Vicenza, Verona, Treviso, Roma, Bologna, Milano. */
const birthplaces = ['G224', 'G224', 'G224', 'G224', 'L736', 'L840', 'L781', 'L407', 'H501', 'A944', 'F205'] as const;

/** A child of the person, with the code that a nursery asks for. */
export function childOf(n: number, bornIn: number): { name: string; taxCode: string } {
  const chance = chanceOf('child', n);
  const female = chance.happens(0.5);
  const name = female ? chance.pick(women) : chance.pick(men);
  const family = personOf(n).name.split(' ').slice(1).join(' ');
  const born = { year: bornIn, month: chance.whole(1, 12), day: chance.whole(1, 28) };
  return { name: `${name} ${family}`, taxCode: codiceFiscaleOf({ name, family, female, ...born, place: 'G224' }) };
}
