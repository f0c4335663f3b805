import { expect, test } from 'vitest';
import { isFromSamePage, isPrefetch, isRobot } from './page-visit.ts';

const request = (headers: Record<string, string>) => new Request('http://shop.test/p/1/mug', { headers });

test('recognises a prefetch', () => {
  expect(isPrefetch(request({ 'sec-purpose': 'prefetch;prerender' }))).toBe(true);
  expect(isPrefetch(request({ purpose: 'prefetch' }))).toBe(true);
  expect(isPrefetch(request({}))).toBe(false);
});

test('recognises robots by their user agent', () => {
  expect(isRobot(request({ 'user-agent': 'Mozilla/5.0 (compatible; Googlebot/2.1)' }))).toBe(true);
  expect(isRobot(request({ 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0' }))).toBe(false);
});

test('recognises a navigation within the page', () => {
  const url = new URL('http://shop.test/p/1/mug?stars=5');
  expect(isFromSamePage(request({ referer: 'http://shop.test/p/1/mug' }), url)).toBe(true);
  expect(isFromSamePage(request({ referer: 'http://shop.test/' }), url)).toBe(false);
  expect(isFromSamePage(request({ referer: 'about:blank?' }), url)).toBe(false);
  expect(isFromSamePage(request({}), url)).toBe(false);
});
