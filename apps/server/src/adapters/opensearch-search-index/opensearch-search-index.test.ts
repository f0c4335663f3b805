import { describe } from 'vitest';
import { describeSearchIndex } from '../../ports/search-index.contract.ts';
import { openOpenSearchFixture } from '../../testing/search-index/opensearch-fixture.ts';
import { testSearchUrl } from '../../testing/servers/opensearch-server.ts';

describe.skipIf(testSearchUrl === undefined)('on the server that TEST_SEARCH_URL names', () => {
  describeSearchIndex('OpenSearch', () => openOpenSearchFixture());
});
