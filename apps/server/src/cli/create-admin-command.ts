import { text } from 'node:stream/consumers';
import { Command } from 'commander';
import { appointAdmin } from '../modules/people/accounts/index.ts';
import { ProblemError } from '../platform/http/problem.ts';
import { outputOf, UsageError, withRuntime } from './command-context.ts';

export function createAdminCommand(): Command {
  return new Command('create-admin')
    .description('Create an administrator, or make an existing account one')
    .requiredOption('--email <address>', 'the email address for the log-in')
    .option(
      '--password-stdin',
      'read the password from standard input (default: generate one and print it once)',
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
            `${email.trim()} is ${isNew ? '' : 'now '}an administrator.`,
            ...(generatedPassword === undefined ? [] : [`Password (shown only once): ${generatedPassword}`]),
          ].join('\n'),
        );
      },
    );
}
