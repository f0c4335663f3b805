import { importing } from './importing.ts';
import { learning } from './learning.ts';
import { people } from './people.ts';
import { running } from './running.ts';
import { searching } from './searching.ts';
import { selling } from './selling.ts';
import { showing } from './showing.ts';

/** Those of one file of tests stand together as far as they can. */
export const faults = [
  ...selling,
  ...people,
  ...importing,
  ...searching,
  ...learning,
  ...running,
  ...showing,
];
