import { Command, Option } from 'commander';
import {
  type Attribute,
  declareAttribute,
  dropAttribute,
  findAttributes,
} from '../modules/catalogue/attributes/index.ts';
import { CommandFailure, outputOf, UsageError, withRuntime } from './command-context.ts';

interface DeclareOptions {
  label?: string;
  kind?: Attribute['kind'];
  from?: string[];
  filter: boolean;
}

export function attributesCommand(): Command {
  return new Command('attributes')
    .description('What products are described and filtered by, beside category, price, rating and stock')
    .addCommand(
      new Command('list')
        .description('The declared attributes, in the order of the filters')
        .action(async (_options, command: Command) => {
          const attributes = await withRuntime(({ db }) => findAttributes(db));
          outputOf(command)(attributes, attributes.map(describe).join('\n'));
        }),
    )
    .addCommand(
      new Command('declare')
        .description(
          'Add an attribute, or change one. Later imports read it; products whose details have it get it at once',
        )
        .argument('<code>', 'its name in addresses and in the API, such as heel-height')
        .option('--label <text>', 'its name for people; otherwise made of the code')
        .option(
          '--from <source...>',
          'columns of imported files, or details.NAME for a key of their details; the first that says something counts. Otherwise the column of the code, and its label among the details',
        )
        .addOption(
          new Option('--kind <kind>', 'how its values are shown: colours with a dot, sizes from the smallest')
            .choices(['text', 'color', 'size'])
            .default('text'),
        )
        .option('--no-filter', 'show it on products, and not as a filter of lists')
        .action(async (code: string, options: DeclareOptions, command: Command) => {
          const attribute = attributeOf(code, options);
          const declared = await withRuntime(({ db }) => declareAttribute(db, attribute)).catch(asUsage);
          outputOf(command)(
            { ...attribute, ...declared },
            `${describe(attribute)}\n${declared.outcome === 'added' ? 'Added' : 'Changed'}. ${filledSays(declared.filled)}`,
          );
        }),
    )
    .addCommand(
      new Command('remove')
        .description('Remove an attribute, and its values from all products')
        .argument('<code>')
        .action(async (code: string, _options, command: Command) => {
          const products = await withRuntime(({ db }) => dropAttribute(db, code)).catch(asUsage);
          if (products === undefined)
            throw new CommandFailure(`There is no attribute ${code}: kindred attributes list`);
          outputOf(command)(
            { code, products },
            `${code} is removed, with its values of ${products} products.`,
          );
        }),
    );
}

function attributeOf(code: string, { label, kind = 'text', from, filter }: DeclareOptions): Attribute {
  const words = code.replaceAll('-', ' ');
  const name = label ?? words.charAt(0).toUpperCase() + words.slice(1);
  const sources = from ?? [code.replaceAll('-', '_'), `details.${name}`];
  return { code, label: name, kind, sources, isFacet: filter };
}

const describe = ({ code, label, kind, sources, isFacet }: Attribute): string =>
  `${code}  “${label}”  ${kind}${isFacet ? '' : ', no filter'}  from ${sources.join(', ')}`;

const filledSays = (products: number): string =>
  products === 0
    ? 'No product has it yet: import a file that does.'
    : `${products} products have it from their details.`;

function asUsage(error: unknown): never {
  throw error instanceof RangeError ? new UsageError(error.message) : error;
}
