/** @file The source of a page's bundle that only searches. */
import { createClientOf } from '../index.ts';
import { searchMethods } from '../methods/search.ts';

export const client = createClientOf(searchMethods, { baseUrl: '' });
