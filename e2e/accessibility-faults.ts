import type { Page } from 'playwright-core';

const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa'];
/** The rules that a theme can break. */
const ofColors = ['color-contrast', 'link-in-text-block'];

interface LookOptions {
  /** Checks only this part of the page. */
  within?: string | undefined;
  /** Checks only colours, because the rest is the same in the other theme. */
  isOfColors?: boolean | undefined;
}

/** Returns axe's findings for the current state of the page, by the rules of WCAG 2.2 AA. */
export async function accessibilityFaults(
  page: Page,
  { within, isOfColors = false }: LookOptions = {},
): Promise<string[]> {
  const { AxeBuilder } = await import('@axe-core/playwright');
  const axe = new AxeBuilder({ page });
  const builder = isOfColors ? axe.withRules(ofColors) : axe.withTags(wcag);
  const { violations } = await (within === undefined ? builder : builder.include(within)).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary}`),
  );
}
