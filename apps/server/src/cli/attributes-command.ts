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
    .description(
      'The attributes that describe and filter products, besides category, price, rating and stock',
    )
    .addCommand(
      new Command('list')
        .description('List the declared attributes, in the order of the filters')
        .action(async (_options, command: Command) => {
          const attributes = await withRuntime(({ db }) => findAttributes(db));
          outputOf(command)(attributes, attributes.map(describe).join('\n'));
        }),
    )
    .addCommand(
      new Command('declare')
        .description(
          'Add or change an attribute. Later imports read it; products whose details have it get it immediately',
        )
        .argument('<code>', 'its name in addresses and in the API, such as heel-height')
        .option('--label <text>', 'its name for people (default: made from the code)')
        .option(
          '--from <source...>',
          'columns of imported files, or details.NAME for a key of their details; the first with a value counts (default: the column with the code as its name, and the label in the details)',
        )
        .addOption(
          new Option(
            '--kind <kind>',
            'how its values are shown: colours with a dot, sizes from the smallest up',
          )
            .choices(['text', 'color', 'size'])
            .default('text'),
        )
        .option('--no-filter', 'show it on products, but not as a filter of lists')
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
        .description('Remove an attribute and its values of all products')
        .argument('<code>')
        .action(async (code: string, _options, command: Command) => {
          const products = await withRuntime(({ db }) => dropAttribute(db, code)).catch(asUsage);
          if (products === undefined)
            throw new CommandFailure(
              `The attribute ${code} does not exist. List all: kindred attributes list`,
            );
          outputOf(command)(
            { code, products },
            `${code} was removed, with its values of ${products} products.`,
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
    ? 'No product has it yet. Import a file that has it.'
    : `${products} products got it from their details.`;

function asUsage(error: unknown): never {
  throw error instanceof RangeError ? new UsageError(error.message) : error;
}
