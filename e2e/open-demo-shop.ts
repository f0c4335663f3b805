import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { openBrowser } from './browser.ts';
import { copyDemoShop } from './demo-shop.ts';
import { type DataDir, type ShopProcess, startShop } from './shop-process.ts';
import { visit } from './visit.ts';

export interface DemoShop {
  readonly url: string;
  readonly dataDir: string;
  readonly browser: Browser;
  /** A page of a fresh visitor; any error in its console fails the test. */
  visit(
    work: (page: Page, context: BrowserContext) => Promise<void>,
    options?: BrowserContextOptions,
  ): Promise<void>;
}

/** For all tests of a file: a separate demo shop, in a process, and a browser. Tests and later hooks can use both. */
export function openDemoShop(everyVisit: BrowserContextOptions = {}): DemoShop {
  let dataDir: DataDir;
  let shop: ShopProcess;
  let browser: Browser;

  beforeAll(async () => {
    dataDir = await copyDemoShop();
    shop = await startShop({ KINDRED_DATA_DIR: dataDir.path });
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await shop?.stop();
    dataDir?.remove();
  });

  return {
    get url() {
      return shop.url;
    },
    get dataDir() {
      return dataDir.path;
    },
    get browser() {
      return browser;
    },
    visit: (work, options) => visit(browser, { baseURL: shop.url, ...everyVisit, ...options }, work),
  };
}
