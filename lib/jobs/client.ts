import { parseArgs } from 'node:util';
import { addClient, clientScopes, revokeClient } from '#lib/store/api-clients.ts';
import { createProcedureTypes } from '#lib/store/procedure-types.ts';
import { exitWith, withStore } from './connect.ts';

const usage = `npm run client -- add NAME --types CODE,CODE|* --scopes ${clientScopes.join(',')}
npm run client -- revoke NAME`;

const listOf = (text: string | undefined): string[] =>
  (text ?? '').split(',').flatMap((one) => (one.trim() === '' ? [] : [one.trim()]));

/** `npm run client`: gives another system a key, which is printed once, or ends its access. */
async function client(): Promise<number> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { types: { type: 'string' }, scopes: { type: 'string' } },
  });
  const [command, name = '', ...more] = positionals;
  if (!/^\S(.{0,98}\S)?$/.test(name) || more.length > 0 || (command !== 'add' && command !== 'revoke'))
    return told(usage);
  if (command === 'revoke') {
    const revoked = await withStore('client', (pool) => revokeClient(pool, name, new Date()));
    console.log(revoked ? `${name} has no access any more` : `there is no client ${name}`);
    return revoked ? 0 : 1;
  }
  const [types, scopes] = [listOf(values.types), listOf(values.scopes)];
  const known = new Set([
    '*',
    ...createProcedureTypes('schemas/procedures')
      .sources()
      .map(({ type }) => type.code),
  ]);
  const unknown = [
    ...types.filter((code) => !known.has(code)),
    ...scopes.filter((scope) => !clientScopes.some((one) => one === scope)),
  ];
  if (unknown.length > 0) return told(`not known: ${unknown.join(', ')}\n${usage}`);
  if (types.length === 0 || scopes.length === 0) return told(usage);
  const added = await withStore('client', (pool) => addClient(pool, { name, types, scopes }));
  if (!added) return told(`there is a client ${name} already`);
  console.log(`${added.key}\n\nThe key of ${name}: it is not kept here and cannot be shown again.`);
  return 0;
}

function told(message: string): number {
  console.error(message);
  return 2;
}

exitWith(client());
