import { text } from 'node:stream/consumers';
import { Command } from 'commander';
import { appointAdmin } from '../modules/people/accounts/index.ts';
import { ProblemError } from '../platform/http/problem.ts';
import { outputOf, UsageError, withRuntime } from './command-context.ts';

export function createAdminCommand(): Command {
  return new Command('create-admin')
    .description('Make an administrator; an account with that email becomes one')
    .requiredOption('--email <address>', 'what they log in with')
    .option(
      '--password-stdin',
      'read the password from standard input; without it, one is made and printed once',
    )
    .action(
      async ({ email, passwordStdin }: { email: string; passwordStdin?: boolean }, command: Command) => {
        if (!/^\s*[^\s@]+@[^\s@]+\s*$/.test(email))
          throw new UsageError(`--email must be an email address, but it is “${email}”.`);
        const password = passwordStdin ? (await text(process.stdin)).replace(/\r?\n$/, '') : undefined;
        const admin = await withRuntime(({ db }) => appointAdmin(db, { email, password })).catch(
          (error: unknown) => {
            if (error instanceof ProblemError)
              throw new UsageError(error.problem.detail ?? error.problem.title);
            throw error;
          },
        );
        const { userId, isNew, generatedPassword } = admin;
        outputOf(command)(
          { user_id: userId, is_new: isNew, password: generatedPassword ?? null },
          [
            `${email.trim()} is an administrator${isNew ? '' : ' now'}.`,
            ...(generatedPassword === undefined ? [] : [`Password, shown only here: ${generatedPassword}`]),
          ].join('\n'),
        );
      },
    );
}
