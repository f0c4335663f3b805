import { standardOutput } from '../../platform/logger.ts';
import { newPasswords } from './new-passwords.ts';
import type { StartConsole } from './start-console.ts';

/** For programs that read the output: prints the log, and one line with the address. */
export function createLogConsole(): StartConsole {
  return {
    isForPeople: false,
    stage: () => ({ progress: () => undefined, end: () => undefined }),
    tell: () => undefined,
    opened({ address, demo }) {
      const told = demo?.logIns.flatMap(({ email, password }) =>
        password ? [`${email} with ${password}`] : [],
      );
      if (demo?.areNew) console.log(newPasswords);
      if (told?.length)
        console.log(`Log in as ${told.join(', as ')} (shown again by: npm run -s kindred -- demo-accounts)`);
      console.log(`Kindred is open at ${address}`);
    },
    openLog: standardOutput,
    end: () => undefined,
  };
}
