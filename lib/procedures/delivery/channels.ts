import type { Text } from '../types/text.ts';

/**
 * By what an act is communicated with legal effect. `pec`: to the digital domicile (CAD artt. 3-bis, 6). `post`: registered post with a
 * card that comes back. `hand`: handed over and signed for. `send`: the platform of D.L. 76/2020 art. 26.
 */
export const deliveryChannels = ['pec', 'post', 'hand', 'send'] as const;
export type DeliveryChannel = (typeof deliveryChannels)[number];

export const channelWords: Record<DeliveryChannel, Text> = {
  pec: { it: 'PEC al domicilio digitale', en: 'certified e-mail (PEC) to the digital domicile' },
  post: { it: 'raccomandata con avviso di ricevimento', en: 'registered post with a card that comes back' },
  hand: { it: 'consegna a mano con firma', en: 'handed over against signature' },
  send: { it: 'SEND, la piattaforma delle notifiche', en: 'SEND, the national platform for notices' },
};
