'use server';

import { redirect } from 'next/navigation';
import { composition } from '#lib/composition.ts';
import { rawForm } from '#lib/http/raw-form.ts';
import { loadRegister } from '../load-register.ts';

/** Registers a message that waited for somebody, or leaves it unregistered. */
export async function answerMessage(data: FormData): Promise<void> {
  const { keeps, by } = await loadRegister();
  const raw = rawForm(data);
  const id = raw.text('message');
  const { protocol } = composition();
  if (!keeps.allowed || !/^\d{1,18}$/.test(id)) redirect('/protocollo/messaggi');
  if (raw.text('what') === 'discard') {
    await protocol.discardMessage(id, `non protocollato da ${by}`);
    redirect('/protocollo/messaggi');
  }
  const registered = await protocol.registerMessage(id, by);
  if (registered === 'scannerAway') redirect('/protocollo/messaggi?avviso=antivirus');
  redirect(
    registered ? `/protocollo/${registered.year}/${registered.number}?fatto=registrato` : '/protocollo/messaggi',
  );
}
