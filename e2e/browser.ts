import { accessSync } from 'node:fs';
import { type Browser, chromium } from 'playwright';

const usual = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

function isThere(path: string): boolean {
  try {
    accessSync(path);
    return true;
  } catch {
    return false;
  }
}

/** Returns undefined if the system has no browser. */
export function findBrowser(): string | undefined {
  return process.env.CHROMIUM ?? usual.find(isThere);
}

/** Opens the system's Chromium, or the one that CHROMIUM names. `keepsPagesInMemory`: Back may restore a page from memory. */
export function openBrowser({ keepsPagesInMemory = false } = {}): Promise<Browser> {
  const executablePath = findBrowser();
  if (!executablePath)
    throw new Error('No Chromium found: install the system’s package, or name the binary in CHROMIUM.');
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
