import { Command } from 'commander';
import { type BegunStart, beginStart } from './begin-start.ts';

/** @param begun the start that `npm start` has begun; by default, the command begins its own */
export function startCommand(begun?: BegunStart): Command {
  return new Command('start')
    .description('Start the shop')
    .option('--dev', 'compile the storefront on request, and reload the browser when it changes')
    .action(async ({ dev = false }: { dev?: boolean }) => {
      const { startConsole, ...started } = begun ?? (await beginStart());
      try {
        // Loads the whole shop, which the other commands do not need.
        const { startShop } = await import('../main.ts');
        await startShop({ ...started, console: startConsole, development: dev });
      } catch (error) {
        startConsole.end();
        throw error;
      }
    });
}
