import { Command } from 'commander';
import { signApiToken } from '../platform/http/api-token.ts';
import { outputOf, UsageError, wholeNumber, withRuntime } from './command-context.ts';

export function tokenCommand(): Command {
  return new Command('token')
    .description('Sign a token for the HTTP API with the shop’s own secret')
    .option('--admin', 'the token is an administrator’s')
    .option('--user <id>', 'the token is this user’s')
    .option('--minutes <n>', 'lifetime', wholeNumber('--minutes', 1, 43_200), 60)
    .action(async (options: { admin?: boolean; user?: string; minutes: number }, command: Command) => {
      if (!options.admin && options.user === undefined)
        throw new UsageError('Name the owner of the token: --admin, --user ID, or both.');
      const token = await withRuntime(({ secret }) =>
        signApiToken({
          secret,
          caller: { userId: options.user, isAdmin: options.admin ?? false },
          lifetimeSeconds: options.minutes * 60,
        }),
      );
      outputOf(command)({ token }, token);
    });
}
