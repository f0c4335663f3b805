import { createElement, Fragment } from 'react';
import { renderToString } from 'react-dom/server';
import { createRoutesStub } from 'react-router';
import { expect, test } from 'vitest';
import { PartBoundary } from './part-boundary.tsx';

const Broken = () => {
  throw new Error('no price');
};

test('a part that throws on the server leaves the rest of the page, with its outline for a browser to try again', () => {
  const shelf = createElement(PartBoundary, {
    skeleton: createElement('p', null, 'outline'),
    // biome-ignore lint/correctness/noChildrenProp: a test without JSX.
    children: createElement(Broken),
  });
  const page = () => createElement(Fragment, null, createElement('h1', null, 'Mug'), shelf, 'the end');
  const html = renderToString(createElement(createRoutesStub([{ path: '/', Component: page }])));
  expect(html).toContain('<h1>Mug</h1>');
  expect(html).toContain('<p>outline</p><noscript>We could not show this part.</noscript>');
  expect(html).toContain('the end');
});
