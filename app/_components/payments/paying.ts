import { composition } from '#lib/composition.ts';
import type { Paying } from '#lib/store/payments/payment-store.ts';

/** Who pays and what for, as the platform is told; null for whom nothing is known of. */
export async function payingOf(payer: string, email: string, description: string): Promise<Paying | null> {
  const { ownData, baseUrl } = composition();
  const profile = await ownData.profile(payer);
  if (!profile) return null;
  const back = (id: string, outcome: string) => `${baseUrl}/mia-pagina/pagamenti/${id}?esito=${outcome}`;
  return {
    debtor: { kind: profile.isBody ? 'G' : 'F', name: profile.name, taxCode: profile.taxCode, email },
    description,
    returnUrls: (id) => ({
      ok: back(id, 'ok'),
      cancelled: back(id, 'annullato'),
      error: back(id, 'errore'),
      waiting: back(id, 'attesa'),
    }),
  };
}

/** From where one is led on to Checkout: a form's answer stays with our own pages (CSP `form-action`). */
export const leavingPath = (id: string): string => `/mia-pagina/pagamenti/${id}/vai`;
