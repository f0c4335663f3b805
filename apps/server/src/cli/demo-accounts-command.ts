import { Command } from 'commander';
import { type DemoLogIns, demoAccountsFile, findDemoLogIns } from '../modules/running/demo/index.ts';
import { CommandFailure, outputOf, withRuntime } from './command-context.ts';
import { newPasswords } from './console/new-passwords.ts';

export function demoAccountsCommand(): Command {
  return new Command('demo-accounts')
    .description('Show the log-ins of the demo shopper and the demo admin')
    .action(async (_options, command: Command) => {
      const { demo, file } = await withRuntime(async ({ db, config: { dataDir } }) => ({
        demo: await findDemoLogIns({ db, dataDir }),
        file: demoAccountsFile(dataDir),
      }));
      if (demo.logIns.length === 0)
        throw new CommandFailure(
          'This shop has no demo accounts. `npm run -s kindred -- create-admin --email ADDRESS` creates an administrator.',
        );
      outputOf(command)(
        {
          accounts: demo.logIns.map(({ role, email, password }) => ({
            role,
            email,
            password: password ?? null,
          })),
          new_passwords: demo.areNew,
        },
        describe(demo, file),
      );
    });
}

function describe({ logIns, areNew }: DemoLogIns, file: string): string {
  return [
    ...(areNew ? [`${newPasswords} They are stored in ${file}.`] : []),
    ...logIns.map(
      ({ role, email, password }) =>
        `${role.padEnd(8)} ${email}  ${password ?? 'its password was changed and is not stored here'}`,
    ),
  ].join('\n');
}
