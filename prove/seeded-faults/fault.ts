/** @file A seeded fault is one change to the code, of the kind that a hurried author makes, and the tests that should then fail. */

interface Place {
  /** From the root of the repository. */
  readonly file: string;
  /** Occurs once in the file. */
  readonly find: string;
  readonly replace: string;
}

export interface Fault {
  /** What goes wrong, in a few words. It is the fault's name in records. */
  readonly what: string;
  /** Several if the code has moved: the first that exists in a commit is used. */
  readonly places: readonly [Place, ...Place[]];
  /** Files that do not exist in a commit are left out. */
  readonly tests: readonly [string, ...string[]];
}

interface Change {
  readonly what: string;
  readonly find: string;
  readonly replace: string;
  readonly tests: Fault['tests'];
  /** An earlier place or text of the code. */
  readonly or?: Partial<Place>;
}

/** Faults of one folder, to which `file` and `tests` are relative. */
export function faultsIn(folder: string, changes: readonly (Change & { readonly file: string })[]): Fault[] {
  const inFolder = (path: string) => `${folder}/${path}`;
  return changes.map(({ what, file, find, replace, tests, or }) => {
    const place: Place = { file: inFolder(file), find, replace };
    const earlier = or && { ...place, ...or, ...(or.file !== undefined && { file: inFolder(or.file) }) };
    return {
      what,
      places: earlier ? [place, earlier] : [place],
      tests: tests.map(inFolder) as [string, ...string[]],
    };
  });
}

export interface PlacedFault {
  readonly what: string;
  readonly file: string;
  readonly tests: readonly string[];
  /** The file with the fault in it. */
  readonly faulty: string;
}

/**
 * Returns the place of a fault in a tree, or a sentence that says why it has none.
 * @param read returns the text of a file; undefined if it does not exist
 */
export function placeFault(
  { what, places, tests }: Fault,
  read: (file: string) => string | undefined,
): PlacedFault | string {
  const there = tests.filter((test) => read(test) !== undefined);
  if (there.length === 0) return `${what}: none of its tests exists: ${tests.join(', ')}`;
  for (const { file, find, replace } of places) {
    const pieces = read(file)?.split(find) ?? [];
    if (pieces.length === 2) return { what, file, tests: there, faulty: pieces.join(replace) };
  }
  const tried = places.map(({ file, find }) => `“${find}” in ${file}`);
  return `${what}: does not stand there exactly once: ${tried.join(', nor ')}`;
}
