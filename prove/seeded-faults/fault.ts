/** @file What a seeded fault is: one change to the code, as a hurried person makes it, and the tests that should fail then. */

interface Place {
  /** From the root of the repository. */
  readonly file: string;
  /** Stands there once. */
  readonly find: string;
  readonly replace: string;
}

export interface Fault {
  /** What goes wrong, in a few words. Names the fault in records. */
  readonly what: string;
  /** More than one where the code has moved: the first that a commit has is used. */
  readonly places: readonly [Place, ...Place[]];
  /** Files that a commit does not have are left out. */
  readonly tests: readonly [string, ...string[]];
}

interface Change {
  readonly what: string;
  readonly find: string;
  readonly replace: string;
  readonly tests: Fault['tests'];
  /** Where the code stood before it moved, or how it read. */
  readonly or?: Partial<Place>;
}

/** Faults of one folder: `file` and `tests` are named from it. */
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
 * Where a fault goes in a tree, or in a sentence why it cannot go there.
 * @param read the text of a file, undefined where there is none
 */
export function placeFault(
  { what, places, tests }: Fault,
  read: (file: string) => string | undefined,
): PlacedFault | string {
  const there = tests.filter((test) => read(test) !== undefined);
  if (there.length === 0) return `${what}: none of its tests is there: ${tests.join(', ')}`;
  for (const { file, find, replace } of places) {
    const pieces = read(file)?.split(find) ?? [];
    if (pieces.length === 2) return { what, file, tests: there, faulty: pieces.join(replace) };
  }
  const tried = places.map(({ file, find }) => `“${find}” in ${file}`);
  return `${what}: does not stand there exactly once: ${tried.join(', nor ')}`;
}
