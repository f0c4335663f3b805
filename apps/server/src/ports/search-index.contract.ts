/** @file What every search index does; each adapter's tests run it on the real thing. */
import { describe } from 'vitest';
import { describeChanges } from './search-contract/describe-changes.ts';
import { describeLearning } from './search-contract/describe-learning.ts';
import { describeLists } from './search-contract/describe-lists.ts';
import { describeReadings } from './search-contract/describe-readings.ts';
import { describeSuggestions } from './search-contract/describe-suggestions.ts';
import { describeTexts } from './search-contract/describe-texts.ts';
import type { SearchIndexFixture } from './search-contract/open-contract.ts';

export type { SearchIndexFixture } from './search-contract/open-contract.ts';

/** `open` is called once for each part: an index on a shop without products. */
export function describeSearchIndex(name: string, open: () => Promise<SearchIndexFixture>): void {
  describe(`search in ${name}`, () => {
    describeLists(open);
    describeTexts(open);
    describeReadings(open);
    describeSuggestions(open);
    describeChanges(open);
    describeLearning(open);
  });
}
