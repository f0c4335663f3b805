import { type KindredClient, KindredError } from '@kindred/client';
import { RouterContextProvider } from 'react-router';
import { expect, test, vi } from 'vitest';
import { askApi } from './api-answers.ts';
import { apiContext, logContext } from './request-context.ts';

function ask() {
  const context = new RouterContextProvider();
  const log = { warn: vi.fn(), error: vi.fn() };
  const recommendations = async () => ({ items: ['popular'] });
  context.set(apiContext, { recommendations } as unknown as KindredClient);
  context.set(logContext, log);
  return { ...askApi(context), log };
}

function apiError(status: number) {
  return new KindredError({ type: 'about:blank', title: 'It failed', code: 'failed', status });
}

test('leaves out an optional part that fails, and logs the failure unless the part was not found', async () => {
  const { optional, log } = ask();
  const [outage, missing] = [new Error('down'), apiError(404)];

  expect(await optional(Promise.resolve('shelf'))).toBe('shelf');
  expect(await optional(Promise.reject(missing))).toBeNull();
  expect(log.warn).not.toHaveBeenCalled();
  expect(await optional(Promise.reject(outage))).toBeNull();
  expect(log.warn).toHaveBeenCalledExactlyOnceWith({ err: outage }, 'a part of the page is left out');
});

test.each([
  { problem: 404, page: 404, isLogged: false },
  { problem: 410, page: 410, isLogged: false },
  { problem: 422, page: 404, isLogged: true },
  { problem: 503, page: 503, isLogged: true },
  { problem: 500, page: 502, isLogged: true },
])('answers $page if the main part of a page fails with $problem', async ({ problem, page, isLogged }) => {
  const { required, log } = ask();
  await expect(required(Promise.reject(apiError(problem)))).rejects.toMatchObject({
    init: { status: page },
  });
  expect(log.error).toHaveBeenCalledTimes(isLogged ? 1 : 0);
});

test('a page that is not found has popular products', async () => {
  const { required } = ask();
  await expect(required(Promise.reject(apiError(404)))).rejects.toMatchObject({
    data: { popular: { items: ['popular'] } },
  });
});

test('throws an error that did not come from the API', async () => {
  const { required } = ask();
  const fault = new TypeError('no such thing');
  await expect(required(Promise.reject(fault))).rejects.toBe(fault);
});
