/**
 * @file The table of edit distances (insert, delete, replace, swap of neighbours: "optimal string alignment") between one text and
 * the current word, with one row per letter of the word.
 */
export interface EditRows {
  /** Keeps the rows of the letters that this word shares with the previous one. Returns their number. */
  keepShared(word: string): number;
  /** Adds the row of the letter at `depth`. */
  push(word: string, depth: number): void;
  /** A lower bound of the distance to any word that begins with the first `depth` letters. */
  boundAt(depth: number): number;
  /** The distance between the text and the first `depth` letters. */
  distanceAt(depth: number): number;
  /** The distance between the text and the nearest prefix of at most `depth` letters. */
  nearestBeginning(depth: number): number;
}

/** Longer words are neither in the vocabulary nor corrected. */
export const longestWord = 40;

export function createEditRows(text: string): EditRows {
  const width = text.length + 1;
  const letters = Uint16Array.from(text, (_, at) => text.charCodeAt(at));
  const cells = new Uint8Array(width * (longestWord + 1));
  const lowest = new Uint8Array(longestWord + 1);
  const nearest = new Uint8Array(longestWord + 1);
  const path = new Uint16Array(longestWord);
  let pathLength = 0;
  for (let column = 0; column < width; column++) cells[column] = column;
  nearest[0] = width - 1;

  return {
    keepShared(word) {
      let shared = 0;
      while (shared < pathLength && path[shared] === word.charCodeAt(shared)) shared++;
      pathLength = shared;
      return shared;
    },
    push(word, depth) {
      const letter = word.charCodeAt(depth);
      path[depth] = letter;
      pathLength = depth + 1;
      const above = depth * width;
      const row = above + width;
      cells[row] = depth + 1;
      let low = depth + 1;
      for (let column = 1; column < width; column++) {
        let cost = cells[above + column - 1]! + (letters[column - 1] === letter ? 0 : 1);
        const removed = cells[above + column]! + 1;
        const added = cells[row + column - 1]! + 1;
        if (removed < cost) cost = removed;
        if (added < cost) cost = added;
        if (
          depth > 0 &&
          column > 1 &&
          letters[column - 2] === letter &&
          letters[column - 1] === path[depth - 1]
        ) {
          const swapped = cells[above - width + column - 2]! + 1;
          if (swapped < cost) cost = swapped;
        }
        cells[row + column] = cost;
        if (cost < low) low = cost;
      }
      lowest[depth + 1] = low;
      nearest[depth + 1] = Math.min(nearest[depth]!, cells[row + width - 1]!);
    },
    // A swap uses the row before the previous one.
    boundAt: (depth) => Math.min(lowest[depth]!, depth > 1 ? lowest[depth - 1]! + 1 : 255),
    distanceAt: (depth) => cells[depth * width + width - 1]!,
    nearestBeginning: (depth) => nearest[depth]!,
  };
}
