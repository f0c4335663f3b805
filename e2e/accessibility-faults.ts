import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright';

const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa'];

/** What axe has against the page as it stands, by the rules of WCAG 2.2 AA. `within` looks at a part alone. */
export async function accessibilityFaults(
  page: Page,
  { within }: { within?: string | undefined } = {},
): Promise<string[]> {
  const builder = new AxeBuilder({ page }).withTags(wcag);
  const { violations } = await (within === undefined ? builder : builder.include(within)).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary}`),
  );
}
