/** @file Reads the HTML of a page as a crawler does, without a browser. */
import type { DOMNode, HtmlElement } from 'html-validate';

/** A page without its repeated parts. Texts have single spaces. */
export interface CrawledPage {
  readonly titles: readonly string[];
  readonly headings: readonly string[];
  readonly canonicals: readonly string[];
  /** Whether search engines may list it. */
  readonly isListed: boolean;
  /** Addresses of this shop, without fragments. */
  readonly links: readonly string[];
  readonly crumbs: readonly string[];
  /** The product of each card, in order. */
  readonly cards: readonly number[];
  /** The text of the main part without cards and reviews. */
  readonly ownText: string;
  readonly wholeText: string;
  /** The texts of its JSON-LD. */
  readonly data: readonly string[];
  /** What html-validate says, by rule. */
  readonly invalid: readonly string[];
}

export interface PageReader {
  read(html: string): Promise<CrawledPage>;
}

/** What the HTML standard and WCAG ask for. The preset `recommended` adds matters of taste, such as `srcset` in lower case. */
const presets = ['html-validate:standard', 'html-validate:a11y', 'html-validate:document'];

const rules = {
  // For files of other hosts. The shop loads only its own.
  'require-sri': 'off',
  // A form without a name is no landmark (HTML accessibility mappings).
  'unique-landmark': 'off',
  // The buttons of rows send the form of their page by the attribute `form`.
  'wcag/h32': 'off',
} as const;

/** A product's page, not the one of its review. */
const productAddress = /^\/p\/(\d+)(\/[^/?]*)?(\?|$)/;

export async function openPageReader(): Promise<PageReader> {
  const { HtmlElement, HtmlValidate, Parser, TextNode } = await import('html-validate');
  const validator = new HtmlValidate({ extends: presets, rules });
  const config = await validator.getConfigFor('page.html');

  function textOf(node: DOMNode, isLeftOut: (element: HtmlElement) => boolean = () => false): string {
    if (node instanceof TextNode) return node.textContent;
    if (node instanceof HtmlElement && (isHidden(node) || isLeftOut(node))) return '';
    const inside = node.childNodes.map((child) => textOf(child, isLeftOut)).join('');
    return node instanceof HtmlElement && !inlineTags.has(node.tagName) ? ` ${inside} ` : inside;
  }
  const plain = (...args: Parameters<typeof textOf>) => inWords(decoded(textOf(...args)));

  return {
    async read(html) {
      const { results } = await validator.validateString(html, 'page.html');
      const root = new Parser(config).parseHtml(html);
      const all = (selector: string) => root.querySelectorAll(selector);
      const main = root.querySelector('main');
      const inMain = (selector: string) => main?.querySelectorAll(selector) ?? [];
      return {
        titles: all('head > title').map((one) => plain(one)),
        headings: all('h1').map((one) => plain(one)),
        canonicals: all('link[rel="canonical"]').map((one) => attribute(one, 'href')),
        isListed: !all('meta[name="robots"]').some((one) => attribute(one, 'content').includes('noindex')),
        links: linksIn(root),
        crumbs: all('nav[aria-label="Breadcrumb"] li').map((one) =>
          plain(one, (inside) => inside.getAttributeValue('aria-hidden') === 'true'),
        ),
        cards: inMain('article').flatMap((card) => {
          const link = linksIn(card).find((href) => productAddress.test(href));
          return link === undefined ? [] : [Number(productAddress.exec(link)![1])];
        }),
        ownText: main ? plain(main, ({ tagName }) => tagName === 'article') : '',
        wholeText: plain(root),
        data: all('script[type="application/ld+json"]').map((one) => one.textContent),
        invalid: results.flatMap(({ messages }) =>
          messages.map(({ ruleId, message, selector }) => `${ruleId}: ${message} (${selector ?? 'page'})`),
        ),
      };
    },
  };
}

const inlineTags = new Set(['a', 'abbr', 'b', 'em', 'i', 'mark', 'small', 'span', 'strong', 'sup', 'time']);

const isHidden = ({ tagName }: HtmlElement): boolean =>
  tagName === 'script' || tagName === 'style' || tagName === 'template';

function linksIn(element: HtmlElement): string[] {
  return element
    .querySelectorAll('a[href]')
    .map((link) => attribute(link, 'href').split('#')[0]!)
    .filter((href) => /^\/(?!\/)/.test(href));
}

const attribute = (element: HtmlElement, name: string): string =>
  decoded(element.getAttributeValue(name) ?? '');

/** Reads the entities that React writes. */
function decoded(text: string): string {
  return text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#x27;/g, "'")
    .replace(/&amp;/g, '&');
}

export const inWords = (text: string): string => text.replace(/\s+/g, ' ').trim();
