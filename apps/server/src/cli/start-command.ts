import { Command } from 'commander';
import { startShop } from '../main.ts';

export function startCommand(): Command {
  return new Command('start').description('Start the shop').action(() => startShop());
}
