import type { Text } from '../types/text.ts';

/** Who owes no stamp duty whatever the request, by the norm that says so. */
export const stampExemptions = {
  terzoSettore: {
    who: {
      it: 'Ente del Terzo settore (anche ONLUS e organizzazione di volontariato)',
      en: 'Third-sector body (also ONLUS and voluntary organisation)',
    },
    norm: 'D.Lgs. 117/2017 art. 82 c. 5',
  },
  amministrazione: {
    who: {
      it: 'Amministrazione dello Stato, Regione, Provincia, Comune, loro consorzi e associazioni, comunità montane',
      en: 'State administration, Region, Province, municipality, their consortia and associations, mountain communities',
    },
    norm: 'DPR 642/1972, tabella B, art. 16',
  },
  sportivo: {
    who: {
      it: 'Federazione sportiva, ente di promozione sportiva, associazione o società sportiva dilettantistica riconosciuta dal CONI',
      en: 'Sports federation, sports promotion body, amateur sports association recognised by CONI',
    },
    norm: 'DPR 642/1972, tabella B, art. 27-bis',
  },
  altra: {
    who: { it: 'Un’altra norma, che indico qui sotto', en: 'Another norm, which I name below' },
    norm: null,
  },
} as const satisfies Record<string, { who: Text; norm: string | null }>;

export type StampExemption = keyof typeof stampExemptions;

export const isStampExemption = (code: string): code is StampExemption => Object.hasOwn(stampExemptions, code);
