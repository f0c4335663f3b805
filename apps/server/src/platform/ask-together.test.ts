import { expect, test } from 'vitest';
import { askTogether } from './ask-together.ts';

/** A look-up that ends when the test says so. */
function slowly() {
  const asked: (readonly number[])[] = [];
  const ends: (() => void)[] = [];
  const find = async (keys: readonly number[]) => {
    asked.push(keys);
    await new Promise<void>((resolve) => ends.push(resolve));
    if (keys.includes(13)) throw new Error('13 cannot be found');
    return keys.map((key) => key * 10);
  };
  return { asked, ends, find };
}

test('what is asked while look-ups run goes together into the next one, and each caller gets its own value', async () => {
  const { asked, ends, find } = slowly();
  const ask = askTogether(find, { atOnce: 1, most: 3 });
  const answers = Promise.all([1, 2, 3, 4, 5].map(ask));
  expect(asked).toEqual([[1]]);
  ends.shift()!();
  await expect.poll(() => asked).toEqual([[1], [2, 3, 4]]);
  ends.shift()!();
  await expect.poll(() => asked).toEqual([[1], [2, 3, 4], [5]]);
  ends.shift()!();
  expect(await answers).toEqual([10, 20, 30, 40, 50]);
});

test('a look-up that fails fails for its callers alone, and later ones go on', async () => {
  const { ends, find } = slowly();
  const ask = askTogether(find, { atOnce: 1 });
  const first = ask(1);
  const failing = [ask(13), ask(2)].map((asking) => asking.catch(({ message }: Error) => message));
  ends.shift()!();
  expect(await first).toBe(10);
  await expect.poll(() => ends.length).toBe(1);
  ends.shift()!();
  expect(await Promise.all(failing)).toEqual(['13 cannot be found', '13 cannot be found']);
  const later = ask(4);
  ends.shift()!();
  expect(await later).toBe(40);
});
