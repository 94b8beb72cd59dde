import { expect, it } from 'vitest';
import { readSignedLink, signedLink } from '#lib/channels/signed-link.ts';

const link = { for: 'confirm', agent: 'a1', email: 'lucia@example.org', until: '2026-03-03T10:00:00.000Z' } as const;

it('a link says what we wrote, and nothing that anybody else writes', () => {
  const token = signedLink('secret', link);
  expect(readSignedLink('secret', token)).toEqual(link);
  const [said = '', signature = ''] = token.split('.');
  const other = Buffer.from(JSON.stringify({ ...link, agent: 'a2' })).toString('base64url');
  for (const forged of [
    '',
    '.',
    'x',
    said,
    `${said}.`,
    `${other}.${signature}`,
    `${said}.${signature}.x`,
    `${said}.AAAA`,
  ])
    expect([forged, readSignedLink('secret', forged)]).toEqual([forged, null]);
  expect(readSignedLink('another', token)).toBeNull();
});
