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

/** Undefined: the system has none. */
export function findBrowser(): string | undefined {
  return process.env.CHROMIUM ?? usual.find(isThere);
}

/** Opens the Chromium that the system has; CHROMIUM names another. `keepsPagesInMemory`: Back may bring a page as it was left. */
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
