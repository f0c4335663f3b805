import { gaps } from './gaps.ts';
import { importing } from './importing.ts';
import { learning } from './learning.ts';
import { people } from './people.ts';
import { running } from './running.ts';
import { searching } from './searching.ts';
import { selling } from './selling.ts';
import { showing } from './showing.ts';

/** The gaps last: "before" them, nobody saw those. */
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
