import { dayWords } from '#lib/procedures/day-words.ts';
import type { Arrival } from '#lib/procedures/delivery/arrival.ts';
import type { Delivery, DeliveryFact, FailureReason, Said } from '#lib/procedures/delivery/delivery.ts';
import type { DeliveryTask } from '#lib/procedures/delivery/delivery-task.ts';
import type { Text } from '#lib/procedures/types/text.ts';

const line = (it: string, en: string): Text => ({ it, en });

/** Where a delivery stands, in one sentence. */
export function deliveryState(delivery: Delivery): Text {
  const { carrier, sentOn, number } = delivery;
  switch (delivery.state) {
    case 'prepared':
      return {
        pec: line('In partenza: il messaggio è in coda.', 'Leaving: the message is in the queue.'),
        post: line('Pronta: va consegnata alla posta.', 'Ready: it must be handed to the post.'),
        hand: line('Pronta per la consegna.', 'Ready to be handed over.'),
        send: line('In partenza verso SEND.', 'Leaving for SEND.'),
      }[carrier.channel];
    case 'sent': {
      const day = dayWords(sentOn ?? '');
      const by = number ? line(` (n. ${number})`, ` (no. ${number})`) : line('', '');
      return line(
        `Partita il ${day.it}${by.it}: si aspetta la prova che è arrivata.`,
        `It left on ${day.en}${by.en}: the proof that it arrived is awaited.`,
      );
    }
    case 'delivered':
      return arrivalWords(delivery.end.arrival, delivery.end.on);
    case 'failed': {
      const day = dayWords(delivery.end.on);
      const why = failureWords[delivery.end.reason];
      return line(`Non arrivata, ${day.it}: ${why.it}.`, `Not delivered, ${day.en}: ${why.en}.`);
    }
  }
}

/** How an act arrived, and on which day that counts. */
export function arrivalWords(arrival: Arrival, on: string): Text {
  const day = dayWords(on);
  switch (arrival.way) {
    case 'pecReceipt':
      return line(`Consegnata alla casella PEC il ${day.it}.`, `Delivered to the PEC box on ${day.en}.`);
    case 'card':
      return arrival.receiver
        ? line(`Consegnata il ${day.it} a ${arrival.receiver}.`, `Delivered on ${day.en} to ${arrival.receiver}.`)
        : line(`Consegnata il ${day.it}: lo dice la cartolina.`, `Delivered on ${day.en}: the card says so.`);
    case 'refused':
      return line(
        `Rifiutata il ${day.it}: vale come consegnata quel giorno (L. 890/1982 art. 8).`,
        `Refused on ${day.en}: it counts as delivered that day (L. 890/1982 art. 8).`,
      );
    case 'storage':
      return on === arrival.collectedOn
        ? line(`Ritirata all’ufficio postale il ${day.it}.`, `Collected at the post office on ${day.en}.`)
        : line(
            `Non ritirata: vale come consegnata il ${day.it}, dopo dieci giorni di giacenza (L. 890/1982 art. 8).`,
            `Not collected: it counts as delivered on ${day.en}, after ten days at the post office (L. 890/1982 art. 8).`,
          );
    case 'hand':
      return line(
        `Consegnata a mano il ${day.it} a ${arrival.receiver}, che ha firmato.`,
        `Handed over on ${day.en} to ${arrival.receiver}, who signed.`,
      );
    case 'sendViewed':
      return line(`Aperta su SEND il ${day.it}.`, `Opened on SEND on ${day.en}.`);
    case 'sendEffective':
      return line(
        `Ha effetto su SEND dal ${day.it}, anche se non è stata aperta (D.L. 76/2020 art. 26).`,
        `It has effect on SEND from ${day.en}, though it was not opened (D.L. 76/2020 art. 26).`,
      );
    case 'noted':
      return line(
        `Ricevuta il ${day.it}, come annotato dall’ufficio.`,
        `Received on ${day.en}, as noted by the office.`,
      );
  }
}

/** Read after "Non arrivata: …". */
export const failureWords: Record<FailureReason, Text> = {
  notSent: line('il messaggio non è partito', 'the message did not leave'),
  notAccepted: line('il gestore della PEC non l’ha accettata', 'the PEC provider did not accept it'),
  addressUnknown: line('l’indirizzo PEC non esiste', 'the PEC address does not exist'),
  notCertified: line(
    'l’indirizzo non è di PEC: non ci sarà una ricevuta',
    'the address is no PEC: there will be no receipt',
  ),
  boxFull: line('la casella PEC è piena', 'the PEC box is full'),
  virus: line('il gestore ha trovato un virus', 'the provider found a virus'),
  notDelivered: line('il gestore non è riuscito a consegnarla', 'the provider could not deliver it'),
  unknownAtAddress: line('destinatario sconosciuto all’indirizzo', 'addressee unknown at the address'),
  moved: line('destinatario trasferito', 'addressee moved away'),
  deceased: line('destinatario deceduto', 'addressee deceased'),
  wrongAddress: line('indirizzo inesatto o insufficiente', 'wrong or insufficient address'),
  refusedByPlatform: line('SEND non l’ha presa', 'SEND did not take it'),
  unreachable: line('destinatario irreperibile', 'addressee not to be found'),
  cancelled: line('annullata su SEND', 'cancelled on SEND'),
  notFound: line('non trovato chi doveva riceverla', 'nobody found to receive it'),
  givenUp: line('l’ufficio vi ha rinunciato', 'the office gave it up'),
};

/** Reasons that an officer can give, by what it went. */
export const reasonsByHand = {
  pec: ['addressUnknown', 'boxFull', 'notDelivered', 'givenUp'],
  post: ['unknownAtAddress', 'moved', 'wrongAddress', 'deceased', 'givenUp'],
  hand: ['notFound', 'deceased', 'givenUp'],
  send: ['unreachable', 'cancelled', 'givenUp'],
} as const satisfies Record<Delivery['carrier']['channel'], readonly FailureReason[]>;

/** What the office does next. */
export function taskWords(task: DeliveryTask, delivery: Delivery): Text {
  switch (task) {
    case 'anotherChannel':
      return nextChannel(delivery);
    case 'compare':
      return line(
        'Due prove non concordano: guardale e di’ quale vale.',
        'Two proofs do not agree: look at them and say which counts.',
      );
    case 'post':
      return line('Consegnala alla posta e scrivi giorno e numero.', 'Hand it to the post and write day and number.');
    case 'ask':
      return {
        pec: line(
          'Nessuna ricevuta da più di un giorno: guarda nella casella PEC, poi scegli un’altra via.',
          'No receipt for more than a day: look into the PEC box, then choose another way.',
        ),
        post: line(
          'La cartolina non è tornata: chiedi alla posta che cosa ne è stato.',
          'The card has not come back: ask the post what became of it.',
        ),
        hand: line('Non risulta ancora consegnata: scegli un’altra via.', 'Not handed over yet: choose another way.'),
        send: line('SEND non dice ancora nulla: chiedi all’assistenza.', 'SEND says nothing yet: ask its support.'),
      }[delivery.carrier.channel];
  }
}

function nextChannel({ carrier }: Delivery): Text {
  return carrier.channel === 'post'
    ? line(
        'Verifica l’indirizzo in anagrafe e riprova, a mano o per posta.',
        'Check the address in the register of residents and try again, by hand or by post.',
      )
    : line(
        'Scegli un’altra via: raccomandata, a mano o SEND.',
        'Choose another way: registered post, by hand or SEND.',
      );
}

/** A fact of the log in words. */
export function factWords(fact: DeliveryFact): Text {
  switch (fact.kind) {
    case 'prepared':
      return line('Preparata', 'Prepared');
    case 'settled':
      return fact.kept
        ? line(`Deciso: resta quanto annotato. ${fact.reason}`, `Decided: what was noted stays. ${fact.reason}`)
        : line(`Deciso: vale quanto detto dopo. ${fact.reason}`, `Decided: what was said later counts. ${fact.reason}`);
    case 'contradicted':
      return prefixed(line('Non concorda: ', 'Does not agree: '), saidWords(fact.said));
    case 'confirmed':
      return prefixed(line('Confermato: ', 'Confirmed: '), saidWords(fact.said));
    default:
      return saidWords(fact.said);
  }
}

/** What was said, by whomever. */
export function saidWords(said: Said): Text {
  const day = dayWords(said.on);
  switch (said.kind) {
    case 'dispatched':
      return said.number
        ? line(`Partita il ${day.it}, n. ${said.number}`, `It left on ${day.en}, no. ${said.number}`)
        : line(`Partita il ${day.it}`, `It left on ${day.en}`);
    case 'arrived': {
      const words = arrivalWords(said.arrival, said.on);
      if (said.arrival.way === 'hand')
        return line(`${words.it} Identità: ${said.arrival.identity}`, `${words.en} Identity: ${said.arrival.identity}`);
      return said.arrival.way === 'noted'
        ? line(`${words.it} ${said.arrival.note}`, `${words.en} ${said.arrival.note}`)
        : words;
    }
    case 'failed': {
      const why = failureWords[said.reason];
      const detail = said.detail ? ` (${said.detail})` : '';
      return line(`Non arrivata, ${day.it}: ${why.it}${detail}`, `Not delivered, ${day.en}: ${why.en}${detail}`);
    }
  }
}

const prefixed = (prefix: Text, words: Text): Text => line(prefix.it + words.it, prefix.en + words.en);
