/** @file What a page is bundled from that does nothing but search. */
import { createClientOf } from '../index.ts';
import { searchMethods } from '../methods/search.ts';

export const client = createClientOf(searchMethods, { baseUrl: '' });
