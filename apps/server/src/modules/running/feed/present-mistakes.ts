import { invalidRequest } from '../../../platform/http/strict/invalid-request.ts';
import { type RowMistake, RowMistakesError } from '../import/index.ts';

/** The fields of the API by the columns of data sets. */
const fields: Readonly<Record<string, string>> = {
  parent_asin: 'item_id',
  images: 'image_urls',
  date_joined: 'joined_at',
};

/**
 * Runs a use case, and turns mistakes of rows into errors of the request, each with its row and field.
 * @throws ProblemError `invalid-request`
 */
export async function namingRows<Outcome>(list: string, work: () => Promise<Outcome>): Promise<Outcome> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof RowMistakesError)) throw error;
    throw invalidRequest(error.mistakes.map((mistake) => issueOf(list, mistake)));
  }
}

function issueOf(list: string, { row, column, problem }: RowMistake) {
  const field = fields[column] ?? column;
  return {
    in: 'body' as const,
    pointer: `/${list}/${row}/${field}`,
    code: /missing/.test(problem) ? 'required' : 'not-allowed',
    message: `${list} ${row}: ${field.replaceAll('_', ' ')} ${problem}`,
  };
}
