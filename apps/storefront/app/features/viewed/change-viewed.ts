import type { RouterContextProvider } from 'react-router';
import { askApi } from '../../shared/api-answers.ts';
import { redirectWith } from '../../shared/flash.ts';
import { messageOf } from '../../shared/form-errors.ts';
import { formText } from '../../shared/form-values.ts';
import { parseProductId } from '../../shared/paths.ts';

/** Removes one product from the list, or all, and shows the page again with a message. */
export async function changeViewed(context: Readonly<RouterContextProvider>, request: Request) {
  const { api, attempt } = askApi(context);
  const form = await request.formData();
  const productId = parseProductId(formText(form, 'forget'));
  if (!form.has('clear') && productId === undefined)
    return redirectWith(context, '/viewed', {
      text: 'Something went wrong. Please reload the page and try again.',
    });
  const { problem } = await attempt(
    productId === undefined ? api.forgetAllViewed() : api.forgetViewed(productId),
  );
  const done = productId === undefined ? 'Your list is empty now.' : 'Removed from what you viewed.';
  return redirectWith(context, '/viewed', { text: problem ? messageOf(problem) : done });
}
