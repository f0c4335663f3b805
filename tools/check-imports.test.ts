import { expect, test } from 'vitest';
import { findCycles, importsOf, readImportTable } from './check-imports.ts';

test('reads the table and nothing around it', () => {
  const rows = readImportTable(
    '# X\n\n| Folder | May import |\n|---|---|\n| `packages/a` | nothing |\n| `packages/b` (why) | `packages/a`, `packages/c` |\n\n| `no` | `x` |',
  );
  expect(rows).toEqual([
    { folder: 'packages/a', allowed: [] },
    { folder: 'packages/b', allowed: ['packages/a', 'packages/c'] },
  ]);
});

test('finds static, type, re-exported and dynamic imports', () => {
  const source = `import a from './a.ts'; import type { B } from './b.ts'; export * from './c.ts'; await import('./d.ts'); await import(name);`;
  expect(importsOf('x.ts', source).sort()).toEqual(['./a.ts', './b.ts', './c.ts', './d.ts']);
  expect(importsOf('x.ts', source, { types: false }).sort()).toEqual(['./a.ts', './c.ts', './d.ts']);
});

test('names the files of a circle', () => {
  const graph = new Map([
    ['a', ['b']],
    ['b', ['c']],
    ['c', ['b']],
    ['d', ['a']],
  ]);
  expect(findCycles(graph)).toEqual([['b', 'c', 'b']]);
});
