import { expect, test } from 'vitest';
import { findCycles, importsOf, readImportRules } from './check-imports.ts';

const list = '# X\n\n## Who may import whom\n\nWords.\n\n';

test('reads the list and nothing around it', () => {
  const rows = readImportRules(
    `- \`no\`: \`x\`\n${list}- \`packages/a\`: nothing\n- \`packages/b\` (why): \`packages/a\`\n- \`packages/c\`: as \`packages/b\`, and \`packages/d\`\n\n## Words\n\n- **a**: b`,
  );
  expect(rows).toEqual([
    { folder: 'packages/a', allowed: [] },
    { folder: 'packages/b', allowed: ['packages/a'] },
    { folder: 'packages/c', allowed: ['packages/a', 'packages/d'] },
  ]);
});

test.each(['- packages/a: nothing', '- `packages/a`', '- `packages/a`: as `packages/z`'])(
  'the error names a line that it cannot read: %s',
  (line) => {
    expect(() => readImportRules(`${list}${line}`)).toThrow(line);
  },
);

test('finds static, type, re-exported and dynamic imports', () => {
  const source = `import a from './a.ts'; import type { B } from './b.ts'; export * from './c.ts'; await import('./d.ts'); await import(name);`;
  expect(importsOf('x.ts', source).sort()).toEqual(['./a.ts', './b.ts', './c.ts', './d.ts']);
  expect(importsOf('x.ts', source, { types: false }).sort()).toEqual(['./a.ts', './c.ts', './d.ts']);
});

test('names the files of a cycle', () => {
  const graph = new Map([
    ['a', ['b']],
    ['b', ['c']],
    ['c', ['b']],
    ['d', ['a']],
  ]);
  expect(findCycles(graph)).toEqual([['b', 'c', 'b']]);
});
