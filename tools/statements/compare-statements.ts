import pg from 'pg';
import { createComparison } from './compare-rows.ts';
import { createDescriber } from './describe-statement.ts';
import { type FoundStatement, findStatements } from './find-statements.ts';
import { openProgram, type SourceProgram } from './source-program.ts';

export interface ReadStatements {
  readonly program: SourceProgram;
  readonly statements: readonly FoundStatement[];
  /** Sentences about what could not be read. */
  readonly complaints: readonly string[];
}

export function readStatements({
  tsconfig,
  isIncluded,
}: {
  tsconfig: string;
  isIncluded: (file: string) => boolean;
}): ReadStatements {
  const program = openProgram({ tsconfig, isIncluded });
  return { program, ...findStatements(program) };
}

/** Returns sentences about wrong statements: the database rejects them, or their row types do not match. */
export async function compareStatements(
  { program, statements }: Pick<ReadStatements, 'program' | 'statements'>,
  connectionString: string,
): Promise<string[]> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    const describer = await createDescriber(client);
    const compare = createComparison(program.checker, describer.types);
    const complaints = new Set<string>();
    for (const statement of sourcesFirst(statements))
      for (const text of statement.texts) {
        const described = await describer.describe(text);
        const wrong = 'complaint' in described ? [described.complaint] : compare(statement, described);
        for (const one of wrong) complaints.add(`${statement.place}: ${one}`);
      }
    return [...complaints];
  } finally {
    await client.end();
  }
}

/** Temporary tables and cursors come before what reads from them. */
function sourcesFirst(statements: readonly FoundStatement[]): readonly FoundStatement[] {
  const rank = ({ texts: [text = ''] }: FoundStatement) =>
    /^\s*create temp/i.test(text) ? 0 : /^\s*declare /i.test(text) ? 1 : 2;
  return statements.toSorted((one, other) => rank(one) - rank(other));
}
