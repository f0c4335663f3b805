import type { NewAddress, Problem, SavedAddress } from '@kindred/contracts';
import type { Attempt } from '../../shared/api-answers.ts';
import { type FormError, formErrorsOf } from '../../shared/form-errors.ts';
import { addressLabels, addressOf, addressSentences, checkAddress } from '../address/address-form.ts';

/** Returns undefined if the address is saved. */
export async function saveAddress(
  form: FormData,
  save: (address: NewAddress) => Promise<Attempt<SavedAddress>>,
): Promise<{ errors: readonly FormError[]; status: number } | undefined> {
  const wrong = checkAddress(form);
  if (wrong.length > 0) return { errors: wrong, status: 400 };
  const isDefault = form.get('is_default') === 'on';
  const { problem } = await save({ ...addressOf(form), ...(isDefault && { is_default: true }) });
  return problem && { errors: errorsOf(problem), status: problem.status };
}

function errorsOf(problem: Problem): readonly FormError[] {
  return formErrorsOf(problem, addressLabels(), addressSentences());
}
