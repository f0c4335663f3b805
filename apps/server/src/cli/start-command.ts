import { Command } from 'commander';
import { startShop } from '../main.ts';

export function startCommand(): Command {
  return new Command('start')
    .description('Start the shop')
    .option('--dev', 'compile the storefront as it is asked for, and reload the browser when it changes')
    .action(({ dev = false }: { dev?: boolean }) => startShop({ development: dev }));
}
