import { Command } from 'commander';
import { type DemoLogIns, demoAccountsFile, findDemoLogIns } from '../modules/running/demo/index.ts';
import { CommandFailure, outputOf, withRuntime } from './command-context.ts';
import { newPasswords } from './console/new-passwords.ts';

export function demoAccountsCommand(): Command {
  return new Command('demo-accounts')
    .description('Tell what the demo shopper and the demo admin log in with')
    .action(async (_options, command: Command) => {
      const { demo, file } = await withRuntime(async ({ db, config: { dataDir } }) => ({
        demo: await findDemoLogIns({ db, dataDir }),
        file: demoAccountsFile(dataDir),
      }));
      if (demo.logIns.length === 0)
        throw new CommandFailure(
          'This shop has no demo accounts: `npm run -s kindred -- create-admin --email ADDRESS` makes an administrator.',
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
    ...(areNew ? [`${newPasswords} They are kept in ${file}.`] : []),
    ...logIns.map(
      ({ role, email, password }) =>
        `${role.padEnd(8)} ${email}  ${password ?? 'its password is not kept here: somebody has changed it'}`,
    ),
  ].join('\n');
}
