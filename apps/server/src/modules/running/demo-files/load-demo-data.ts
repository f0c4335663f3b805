/** The shop was installed without the demo. */
export class DemoMissingError extends Error {
  override readonly name = 'DemoMissingError';
}

/**
 * Loads the code that invents the demo.
 * @throws DemoMissingError
 */
export async function loadDemoData(): Promise<typeof import('@kindred/demo/data')> {
  try {
    return await import('@kindred/demo/data');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_MODULE_NOT_FOUND') throw error;
    throw new DemoMissingError(
      'The demo is not installed: the package @kindred/demo is missing. KINDRED_DEMO=0 starts a shop without it.',
      { cause: error },
    );
  }
}
