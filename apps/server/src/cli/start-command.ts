import { Command } from 'commander';
import { beginStart } from './begin-start.ts';

export function startCommand(): Command {
  return new Command('start')
    .description('Start the shop')
    .option('--dev', 'compile the storefront as it is asked for, and reload the browser when it changes')
    .action(async ({ dev = false }: { dev?: boolean }) => {
      const { config, startConsole } = await beginStart();
      try {
        // The whole shop: the other commands start without it.
        const { startShop } = await import('../main.ts');
        await startShop({ config, console: startConsole, development: dev });
      } catch (error) {
        startConsole.end();
        throw error;
      }
    });
}
