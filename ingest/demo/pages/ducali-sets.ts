import { demoUnit, type DemoPageSet } from './page-set.ts';
import { recto, verso, type Letter } from './parchment.ts';

/** What the three letters order, in the chancery's Latin. */
const orders: readonly {
  code: string;
  doge: string;
  to: string;
  matter: string;
  dated: string;
  secretary: string;
  shelf: string;
}[] = [
  {
    code: 'Ducali originali, b. 1, n. 1',
    doge: 'Augustinus Barbadico',
    to: 'Hieronimo Georgio de suo mandato potestati et Marco Contareno capitaneo Paduae',
    matter:
      'audita fuit per nos et collegium nostrum querela scholarium ultramontanorum Studii nostri Paduani, qui contra formam privilegiorum suorum gravantur a datiariis pro vino quod ad usum suum proprium in civitatem istam introducunt. Nos autem, qui Studium istud inter precipua ornamenta dominii nostri semper habuimus, nolentes ut scholares ipsi iniuste molestentur, volumus et vobis mandamus ut privilegia ipsa inviolabiliter observetis et ab omnibus observari faciatis, nec permittatis ut de vino predicto datium aliquod exigatur. Quod si quid ab eis exactum fuerit, restitui faciatis sine mora',
    dated: 'Date in nostro ducali palatio die XIIII martii indictione V MCCCCLXXXVII.',
    secretary: 'Zacharias de Fredis secretarius',
    shelf: '1487 mar. 14 — Ducali orig. b. 1',
  },
  {
    code: 'Ducali originali, b. 2, n. 4',
    doge: 'Leonardus Lauredano',
    to: 'Christophoro Mauro provisori nostro generali et civibus fidelissimis civitatis Paduae',
    matter:
      'litteris vestris heri acceptis intelleximus hostes, qui civitatem istam tot diebus tormentis oppugnaverant, castra movisse et retrocessisse. Gratias agimus Deo omnipotenti et gloriosissimo sancto Marco protectori nostro, et vobis omnibus qui muros die noctuque defendistis. Volumus autem ut ruine murorum apud Codalongam sine mora reparentur, fosse purgentur, et frumentum quod superest inter pauperes equa mensura dividatur; custodie vero non minuantur donec aliud a nobis habueritis',
    dated: 'Date in nostro ducali palatio die XXVIIII septembris indictione XIII MDVIIII.',
    secretary: 'Gaspar a Vidua secretarius',
    shelf: '1509 set. 29 — Ducali orig. b. 2',
  },
  {
    code: 'Ducali originali, b. 3, n. 4',
    doge: 'Andreas Griti',
    to: 'Ioanni Baduario de suo mandato potestati et Petro Grimano capitaneo Paduae',
    matter:
      'supplicarunt nobis deputati ad utilia istius fidelissime civitatis ut putei publici, qui limo et immundiciis adeo repleti sunt ut aqua eorum vix bibi possit, expensis vicinorum purgentur. Quorum petitioni annuentes, volumus ut per peritos putei omnes videantur et describantur, et qui in quaque contrata aqua illa utuntur, pro rata portione sua contribuant; qui autem sordes in eos iecerit, solvat libras quinque, quarum dimidia accusatori detur',
    dated: 'Date in nostro ducali palatio die XII iunii indictione VI MDXXXIII.',
    secretary: 'Aurelius Vincentius secretarius',
    shelf: '1533 giu. 12 — Ducali orig. b. 3',
  },
];

/** Letters of doges on parchment, front and back. */
export function ducaliSets(): DemoPageSet[] {
  return orders.map(({ code, doge, to, matter, dated, secretary, shelf }) => {
    const { unit } = demoUnit('ducali', code);
    const dorsal = /«(.+?)»/.exec(unit.dorsal ?? '')?.[1] ?? unit.title;
    return parchmentSet('ducali', {
      code,
      from: `${doge} Dei gratia Dux Venetiarum etc.`,
      text: `Nobilibus et sapientibus viris ${to} et successoribus suis fidelibus dilectis salutem et dilectionis affectum. Significamus vobis quod ${matter}. Has autem litteras in actis cancellarie vestre registratas presentanti restituite.`,
      dated,
      secretary,
      dorsal: [dorsal, shelf, `n. ${code.replace(/^.* /, '')}`],
      seal: unit.seal?.nature === 'Bolla' ? 'lead' : null,
    });
  });
}

/** The rectors' leave to dig a ditch, from the box of parchments of the office of health. */
export function healthSet(): DemoPageSet {
  return parchmentSet('ufficio-di-sanita', {
    code: 'b. 2, perg. 1',
    from: 'Nos Rectores Padue pro Illustrissimo Dominio Venetiarum',
    text: 'Universis et singulis presentes inspecturis notum facimus quod comparuerunt coram nobis homines et vicini contrate extra portam Savonarole, exponentes aquas mortuas et putridas ibi stare, unde aer corrumpitur et febres oriuntur, et petentes ut sibi liceat fossatum unum effodere pro scolo dictarum aquarum. Nos, habita relatione provisorum super sanitate, qui locum viderunt, concedimus et licentiam damus dictis vicinis ut fossatum ipsum effodiant expensis suis, latum pedes sex et profundum pedes quatuor, usque ad flumen, ita tamen ut via publica non impediatur et pons ligneus super ea construatur.',
    dated: 'Datum Padue die XVII mensis septembris MCCCCLXXI indictione IIII.',
    secretary: 'Bartholomeus cancellarius',
    dorsal: ['Pro fovea', '1471 set. 17 — Sanità b. 2', 'perg. 1'],
    seal: 'wax',
  });
}

function parchmentSet(fonds: string, letter: Letter): DemoPageSet {
  return {
    fonds,
    code: letter.code,
    language: 'lat',
    paged: false,
    pages: [
      { label: 'recto', sheet: () => recto(letter) },
      { label: 'verso', sheet: () => verso(letter) },
    ],
    parts: [],
  };
}
