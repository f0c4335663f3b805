/** @file The contract suite of search indexes. The tests of each adapter run it against the real engine. */
import { describe } from 'vitest';
import { describeChanges } from '../testing/search-index/describe-changes.ts';
import { describeGroups } from '../testing/search-index/describe-groups.ts';
import { describeLearning } from '../testing/search-index/describe-learning.ts';
import { describeLists } from '../testing/search-index/describe-lists.ts';
import { describeReadings } from '../testing/search-index/describe-readings.ts';
import { describeSuggestions } from '../testing/search-index/describe-suggestions.ts';
import { describeTexts } from '../testing/search-index/describe-texts.ts';
import type { SearchIndexFixture } from '../testing/search-index/open-contract.ts';

export type { SearchIndexFixture } from '../testing/search-index/open-contract.ts';

/** `open` is called once for each part, and opens an index on a shop without products. */
export function describeSearchIndex(name: string, open: () => Promise<SearchIndexFixture>): void {
  describe(`search in ${name}`, () => {
    describeLists(open);
    describeGroups(open);
    describeTexts(open);
    describeReadings(open);
    describeSuggestions(open);
    describeChanges(open);
    describeLearning(open);
  });
}
