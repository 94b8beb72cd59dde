import type { IncomingMessage } from 'node:http';

/** Milliseconds for which what is still sent after its answer is let go by: cut at once, its sender would see an error in place of our words. */
const patience = 5000;

/** Once it is answered: what still comes goes by for a while, so that the connection can be used again or is ended. */
export function letGo(incoming: IncomingMessage): void {
  if (incoming.complete || incoming.destroyed) return;
  incoming.resume();
  const ending = setTimeout(() => incoming.destroy(), patience);
  for (const event of ['end', 'close']) incoming.once(event, () => clearTimeout(ending));
}
