import { register } from '#ingest/demo/forms.ts';
import { file, type Unit } from '#ingest/demo/model.ts';

/** Volume, dates and the one thing an archivist would tell about it. */
const VOLUMES: readonly (readonly [volume: number, dates: string, title: string, scope: string])[] = [
  [
    1,
    '1598 gen. 2 - 1601',
    'Fedi di morte, primo registro',
    'Con l’ordine ai medici di portare la fede entro un giorno. Le cause sono detassate in latino, l’età «circa».',
  ],
  [
    2,
    '1602-1605',
    'Fedi di morte: putti e adulti separati',
    'Una croce in margine segna i fanciulli sotto i sette anni.',
  ],
  [
    4,
    '1610-1613',
    'Fedi di morte con le parrocchie',
    'Divisione per parrocchia, con linguette di pergamena al taglio.',
  ],
  [
    6,
    '1618-1621',
    'Fedi di morte: anno delle petecchie',
    'Fra il 1620 e il 1621 quasi una fede su tre dice «febre maligna con petechie».',
  ],
  [
    8,
    '1626-1629',
    'Fedi di morte: la carestia',
    'Forestieri senza nome trovati sotto i portici, descritti per vestito e capelli.',
  ],
  [
    9,
    '1630 gen. 1 - 1630 ago. 31',
    'Fedi di morte del contagio, I',
    'Scrittura sempre più rapida; da luglio il coadiutore registra anche per altri.',
  ],
  [
    10,
    '1630 set. 1 - 1631',
    'Fedi di morte del contagio, II',
    'Le fedi lasciano il posto a liste per contrada: nome, mestiere, «portato al Lazzaretto».',
  ],
  [12, '1637-1642', 'Fedi di morte: ritorno all’ordinario', 'Riappare la firma dei medici collegiati.'],
  [15, '1655-1659', 'Fedi di morte con indice', 'Rubrica per nome di battesimo, di mano settecentesca.'],
  [
    18,
    '1670-1674',
    'Fedi di morte: medici e barbieri',
    'Liti di competenza fra medici e barbieri annotate fra le fedi.',
  ],
  [
    20,
    '1679-1683',
    'Fedi di morte di scolari dello Studio',
    'Volume ordinario dove spiccano gli scolari oltramontani, sepolti agli Eremitani.',
  ],
  [23, '1690-1695', 'Fedi di morte: vaiolo', 'Molte fedi di bambini, «variole».'],
  [
    26,
    '1703-1707',
    'Fedi di morte: soldati',
    'Soldati di passaggio morti negli ospedali, con il reggimento storpiato.',
  ],
  [
    28,
    '1711-1714',
    'Fedi di morte nell’anno dell’epizoozia',
    'Una nota lega la febbre dei beccari alla carne infetta.',
  ],
  [30, '1720-1724', 'Fedi di morte in formulario', 'Primi fogli a stampa con spazi per nome, età, giorni di malattia.'],
  [33, '1733-1736', 'Fedi di morte: annegati', 'Visita dei cadaveri tratti dal Piovego e dal Bacchiglione.'],
  [36, '1745-1749', 'Fedi di morte: ospedale di San Francesco', 'Fedi dell’ospedale cucite a parte.'],
  [38, '1753-1757', 'Fedi di morte: inoculazione', 'Fra le carte un biglietto sull’innesto del vaiolo.'],
  [40, '1763-1766', 'Fedi di morte: l’inverno del 1764', 'Aumento di poveri morti «di stento».'],
  [42, '1771-1774', 'Fedi di morte e sepolture vietate', 'Divieto di nuove arche in alcune chiese.'],
  [44, '1779-1782', 'Fedi di morte: anatomia', 'Consegna di corpi al teatro anatomico, con ricevuta.'],
  [
    46,
    '1788-1792',
    'Fedi di morte compilate dai parroci',
    'Ogni parroco ha il suo stile: San Clemente annota il tempo atmosferico.',
  ],
  [
    48,
    '1797 mag. - 1799',
    'Fedi di morte dei cittadini',
    'Da maggio 1797 «cittadino»; doppia datazione fino a gennaio.',
  ],
  [49, '1800-1805', 'Fedi di morte fra due governi', 'Bolli sovrapposti.'],
  [50, '1806-1810', 'Ultimo registro delle fedi', 'Cede il posto ai registri di stato civile del Regno italico.'],
];

/** Death attestations, by volume. */
export const FEDI: readonly Unit[] = VOLUMES.map(([volume, dates, title, scope]) =>
  file(
    `Fedi di morte, vol. ${volume}`,
    dates,
    title,
    scope,
    register(180 + ((volume * 41) % 170), {
      type: 'Volume',
      languages: volume < 12 ? ['lat', 'ita'] : ['ita'],
      subjects: ['Morti', 'Sanità pubblica', ...(volume === 9 || volume === 10 ? ['Peste'] : [])],
      places: ['Padova'],
      state: volume === 9 || volume === 10 ? 'Mediocre' : 'Discreto',
    }),
  ),
);
