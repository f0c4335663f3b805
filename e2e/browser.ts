import { accessSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';

export type { Browser, Page } from 'playwright-core';

const usual = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

function isThere(path: string): boolean {
  try {
    accessSync(path);
    return true;
  } catch {
    return false;
  }
}

function findBrowser(): string | undefined {
  return process.env.CHROMIUM ?? usual.find(isThere);
}

/** Returns a sentence that says what is missing, or undefined if a browser can be opened. */
export function missingForBrowser(): string | undefined {
  if (findBrowser() === undefined) return 'It needs Chromium.';
  return existsSync(join(import.meta.dirname, 'node_modules'))
    ? undefined
    : 'It needs the packages of e2e: node tools/own-packages.ts e2e';
}

/** Opens the system's Chromium, or the one that CHROMIUM names. `keepsPagesInMemory`: Back may restore a page from memory. */
export async function openBrowser({ keepsPagesInMemory = false } = {}): Promise<Browser> {
  const executablePath = findBrowser();
  if (!executablePath)
    throw new Error('No Chromium found: install the system’s package, or name the binary in CHROMIUM.');
  const { chromium } = await import('playwright-core');
  return chromium.launch({
    executablePath,
    ...(keepsPagesInMemory && { ignoreDefaultArgs: ['--disable-back-forward-cache'] }),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}
