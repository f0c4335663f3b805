import { UNSAFE_ErrorResponseImpl as ErrorResponseImpl, redirect } from 'react-router';
import { expect, test } from 'vitest';
import { answerOr, isUnreachable } from './reach-shop.ts';

const told = { message: 'out of reach' };

test('returns the answer of the server', async () => {
  expect(await answerOr(Promise.resolve('done'), told)).toBe('done');
});

test.each([
  new TypeError('Failed to fetch'),
  new Error('Unable to decode turbo-stream response'),
  new ErrorResponseImpl(502, 'Bad gateway', ''),
])('without an answer, it returns the fallback with a status that reloads nothing', async (error) => {
  expect(await answerOr(Promise.reject(error), told)).toMatchObject({ data: told, init: { status: 503 } });
});

test.each([redirect('/login'), new ErrorResponseImpl(404, 'Not found', null)])(
  'passes on redirects and refusals of the server',
  async (answer) => {
    await expect(answerOr(Promise.reject(answer), told)).rejects.toBe(answer);
  },
);

test('recognises a lost connection in each browser, and not a bug of the page', () => {
  for (const message of ['Failed to fetch', 'NetworkError when attempting to fetch resource.', 'Load failed'])
    expect(isUnreachable(new TypeError(message))).toBe(true);
  expect(isUnreachable(new TypeError('x is undefined'))).toBe(false);
  expect(isUnreachable(new Error('Unexpected Server Error'))).toBe(false);
});
