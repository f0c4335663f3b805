import { scopes as allScopes, type Scope } from '@kindred/contracts';
import { Command } from 'commander';
import {
  createServiceKey,
  listServiceKeys,
  presentServiceKey,
  revokeServiceKey,
} from '../modules/people/service-keys/index.ts';
import { CommandFailure, outputOf, UsageError, wholeNumber, withRuntime } from './command-context.ts';

const dayMs = 86_400_000;
const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

export function serviceKeyCommand(): Command {
  return new Command('service-key')
    .description('Make, list and revoke the keys of machines that call the API')
    .addCommand(createCommand())
    .addCommand(listCommand())
    .addCommand(revokeCommand());
}

function createCommand(): Command {
  return new Command('create')
    .description('Make a key and print it. It is shown only now')
    .requiredOption('--name <name>', 'whose key it is')
    .requiredOption('--scopes <list>', `what it may do, separated by commas: ${allScopes.join(', ')}`)
    .option(
      '--days <n>',
      'for how long it is valid (default: it does not expire)',
      wholeNumber('--days', 1, 36_500),
    )
    .action(
      async ({ name, scopes, days }: { name: string; scopes: string; days?: number }, command: Command) => {
        const now = new Date();
        const { secret, ...key } = await withRuntime(({ db }) =>
          createServiceKey(db, {
            name: nameIn(name),
            scopes: scopesIn(scopes),
            expiresAt: days === undefined ? null : new Date(now.getTime() + days * dayMs),
            createdBy: undefined,
            now,
          }),
        );
        outputOf(command)({ ...presentServiceKey(key), key: secret }, secret);
      },
    );
}

function nameIn(text: string): string {
  const name = text.trim();
  if (name === '' || name.length > 100) throw new UsageError('--name must have 1 to 100 characters.');
  return name;
}

function scopesIn(list: string): Scope[] {
  const named = list.split(',').flatMap((name) => name.trim() || []);
  const unknown = named.filter((name) => !allScopes.some((scope) => scope === name));
  if (named.length === 0 || unknown.length > 0)
    throw new UsageError(
      `--scopes must be some of ${allScopes.join(', ')}, but it is “${unknown.join(', ')}”.`,
    );
  return named as Scope[];
}

function listCommand(): Command {
  return new Command('list')
    .description('List the keys, without their secrets')
    .action(async (_: object, command: Command) => {
      const items = (await withRuntime(({ db }) => listServiceKeys(db))).map(presentServiceKey);
      outputOf(command)(
        items,
        items
          .map(({ key_id, name, scopes, expires_at, revoked_at, last_used_at }) =>
            [
              `${key_id}  ${name}  ${scopes.join(',')}`,
              `last used: ${last_used_at ?? 'never'}`,
              revoked_at === null ? `expires: ${expires_at ?? 'never'}` : `revoked: ${revoked_at}`,
            ].join('  '),
          )
          .join('\n') || 'There are no service keys.',
      );
    });
}

function revokeCommand(): Command {
  return new Command('revoke')
    .description('Revoke a key. Every node rejects it immediately')
    .argument('<key-id>', 'its key_id, from “service-key list”')
    .action(async (keyId: string, _: object, command: Command) => {
      if (!uuid.test(keyId)) throw new UsageError(`A key_id is a UUID, but it is “${keyId}”.`);
      const key = await withRuntime(({ db }) => revokeServiceKey(db, keyId));
      if (!key) throw new CommandFailure(`The service key ${keyId} does not exist.`);
      outputOf(command)(presentServiceKey(key), `“${key.name}” is revoked.`);
    });
}
