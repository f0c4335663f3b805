#!/usr/bin/env node
const [major] = process.versions.node.split('.').map(Number);
if (major < 24) {
  console.error(
    `Kindred needs Node 24 or newer; this is ${process.versions.node}. Run it by “npm run kindred”.`,
  );
  process.exit(2);
}
await import('../src/cli/kindred.ts');
