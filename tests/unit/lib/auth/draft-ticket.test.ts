import { afterEach, describe, expect, it, vi } from 'vitest';
import { encode } from 'next-auth/jwt';
import { readTicket, sealTicket } from '#lib/auth/draft-ticket.ts';

const ticket = { owner: 'anna', draft: '0123456789abcdef0123456789abcdef', type: 'patrocinio' };

describe('the ticket of a form', () => {
  afterEach(() => vi.useRealTimers());

  it('says whose it is to who made it, and to nobody else', async () => {
    const sealed = await sealTicket(ticket, 'a secret');
    expect(await readTicket(sealed, 'a secret')).toEqual(ticket);
    expect(await readTicket(sealed, 'another')).toBeNull();
    expect(sealed).not.toContain('anna');
    for (const forged of ['', 'x', `${sealed}x`]) expect(await readTicket(forged, 'a secret')).toBeNull();
  });

  it('serves for a week', async () => {
    const sealed = await sealTicket(ticket, 'a secret');
    vi.useFakeTimers({ now: Date.now() + 6 * 86_400_000, toFake: ['Date'] });
    expect(await readTicket(sealed, 'a secret')).toEqual(ticket);
    vi.setSystemTime(Date.now() + 2 * 86_400_000);
    expect(await readTicket(sealed, 'a secret')).toBeNull();
  });

  it('is no session, nor is a session a ticket', async () => {
    const session = await encode({ token: { ...ticket }, secret: 'a secret', salt: 'eli4u-session' });
    expect(await readTicket(session, 'a secret')).toBeNull();
  });
});
