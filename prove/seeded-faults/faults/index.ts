import { gaps } from './gaps.ts';
import { importing } from './importing.ts';
import { learning } from './learning.ts';
import { people } from './people.ts';
import { running } from './running.ts';
import { searching } from './searching.ts';
import { selling } from './selling.ts';
import { showing } from './showing.ts';

/** The gaps come last: in the proof "before" they were missing. */
export const faults = [
  ...selling,
  ...people,
  ...importing,
  ...searching,
  ...learning,
  ...running,
  ...showing,
  ...gaps,
];
