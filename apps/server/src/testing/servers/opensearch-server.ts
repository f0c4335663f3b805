/** @file OpenSearch for tests and benchmarks: the server of TEST_SEARCH_URL. */
import { randomBytes } from 'node:crypto';
import { Client } from '@opensearch-project/opensearch';

/** Undefined: tests of OpenSearch are skipped. CONTRIBUTING.md describes how to start one. */
export const testSearchUrl = process.env.TEST_SEARCH_URL || undefined;

/** A separate prefix for a test on the shared server. */
export interface TestSearchPrefix {
  readonly prefix: string;
  removeIndices(): Promise<void>;
}

export function createTestSearchPrefix(url = testSearchUrl): TestSearchPrefix {
  const prefix = `test-${randomBytes(6).toString('hex')}`;
  return {
    prefix,
    async removeIndices() {
      const client = new Client({ node: url! });
      const { body } = await client.cat.indices({ index: `${prefix}-*`, format: 'json', h: ['index'] });
      const names = (body as { index: string }[]).map(({ index }) => index);
      if (names.length > 0) await client.indices.delete({ index: names });
      await client.close();
    },
  };
}
