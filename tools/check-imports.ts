/**
 * @file Checks the sources against the list in ARCHITECTURE.md: each folder imports only what its line
 * names, modules of the server import each other through `index.ts`, and imports form no cycle.
 */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { parseSync } from 'oxc-parser';

const root = join(import.meta.dirname, '..');

interface Row {
  readonly folder: string;
  readonly allowed: readonly string[];
}

const heading = '## Who may import whom';

/** Reads the list below “Who may import whom”. A line is “- `folder` (remark): ” and then the folders that it may import, “nothing”, or “as `folder`, and `others`”. */
export function readImportRules(markdown: string): Row[] {
  const lines = markdown.split('\n');
  const start = lines.indexOf(heading);
  if (start === -1) throw new Error(`ARCHITECTURE.md has no “${heading}”.`);
  const rows: Row[] = [];
  for (const line of lines.slice(start + 1)) {
    if (line.startsWith('## ')) break;
    if (!line.startsWith('- ')) continue;
    const [, folder, rule] = /^- `([^`]+)`(?: \([^)]*\))?: (.+)$/.exec(line) ?? [];
    if (!folder || !rule) throw new Error(`ARCHITECTURE.md: no rule in the line “${line}”.`);
    const named = [...rule.matchAll(/`([^`]+)`/g)].map((match) => match[1]!);
    const isLike = rule.startsWith('as ');
    const like = isLike ? named[0] : undefined;
    const others = named.slice(isLike ? 1 : 0);
    const taken = like === undefined ? [] : rows.find((row) => row.folder === like)?.allowed;
    if (!taken) throw new Error(`ARCHITECTURE.md: “${line}” copies a folder that no line above names.`);
    rows.push({ folder, allowed: [...taken, ...others] });
  }
  return rows;
}

function isBelow(file: string, folder: string): boolean {
  return file === folder || file.startsWith(`${folder}/`);
}

function rowOf(file: string, rows: readonly Row[]): Row | undefined {
  return rows.filter((row) => isBelow(file, row.folder)).sort((a, b) => b.folder.length - a.folder.length)[0];
}

/**
 * Returns every module that a source names: static, dynamic with a literal, and re-exported.
 * @param types whether type-only imports count
 */
export function importsOf(file: string, source: string, { types = true } = {}): string[] {
  const { module } = parseSync(file, source);
  const literal = (text: string) => /^['"](.+)['"]$/.exec(text)?.[1];
  const isOfTypes = (entries: readonly { isType: boolean }[]) =>
    entries.length > 0 && entries.every((entry) => entry.isType);
  return [
    ...module.staticImports
      .filter((one) => types || !isOfTypes(one.entries))
      .map((one) => one.moduleRequest.value),
    ...module.staticExports.flatMap((one) =>
      one.entries.flatMap((entry) =>
        entry.moduleRequest && (types || !entry.isType) ? [entry.moduleRequest.value] : [],
      ),
    ),
    ...module.dynamicImports.flatMap(
      (one) => literal(source.slice(one.moduleRequest.start, one.moduleRequest.end)) ?? [],
    ),
  ];
}

/** Returns the file of this repository that an import resolves to; undefined for libraries and generated files. */
export function resolveImport(from: string, specifier: string): string | undefined {
  const workspace = /^@kindred\/([^/]+)(?:\/(.+))?$/.exec(specifier);
  if (workspace) {
    const home = ['packages/', 'apps/', '']
      .map((top) => `${top}${workspace[1]}`)
      .find((path) => existsSync(join(root, path)));
    return home && withExtension(`${home}/src/${workspace[2] ?? 'index'}`);
  }
  if (specifier.startsWith('~/')) return withExtension(`apps/storefront/app/${specifier.slice(2)}`);
  if (!specifier.startsWith('.')) return undefined;
  return withExtension(normalize(join(dirname(from), specifier)));
}

function withExtension(path: string): string {
  return (
    ['', '.ts', '.tsx', '/index.ts']
      .map((ending) => path + ending)
      .find((name) => /\.\w+$/.test(name) && existsSync(join(root, name))) ?? path
  );
}

const moduleFolder = /^apps\/server\/src\/modules\/[^/]+\/([^/]+)\//;
/** What a module's tests share may enter the module as they do. */
const testedModule = /^apps\/server\/src\/testing\/([^/]+)\//;

const isForTests = (file: string) => /\.(test\.tsx?|contract\.ts)$|-route-examples\.ts$/.test(file);

function breach(from: string, to: string, rows: readonly Row[]): string | undefined {
  const [source, target] = [rowOf(from, rows), rowOf(to, rows)];
  if (!source) return `${from} is in no folder of the list in ARCHITECTURE.md`;
  if (!target) return undefined;
  const fromModule = (moduleFolder.exec(from) ?? testedModule.exec(from))?.[1];
  const toModule = moduleFolder.exec(to)?.[1];
  if (toModule && toModule !== fromModule && !to.endsWith(`/${toModule}/index.ts`))
    return `${from} imports ${to}: import a module through its index.ts`;
  if (
    isForTests(from) ||
    source.folder === target.folder ||
    source.allowed.some((folder) => isBelow(to, folder))
  )
    return undefined;
  return `${from} imports ${to}: \`${source.folder}\` may not import \`${target.folder}\``;
}

/** Returns the cycles of imports that a walk through the files meets. */
export function findCycles(graph: ReadonlyMap<string, readonly string[]>): string[][] {
  const cycles: string[][] = [];
  const done = new Set<string>();
  const path: string[] = [];
  const visit = (file: string): void => {
    const start = path.indexOf(file);
    if (start !== -1) {
      cycles.push([...path.slice(start), file]);
      return;
    }
    if (done.has(file)) return;
    path.push(file);
    for (const next of graph.get(file) ?? []) visit(next);
    path.pop();
    done.add(file);
  };
  for (const file of graph.keys()) visit(file);
  return cycles;
}

export function checkImports(): string[] {
  const rows = readImportRules(readFileSync(join(root, 'ARCHITECTURE.md'), 'utf8'));
  const files = globSync(
    ['{packages,apps}/*/{src,app,dev}/**/*.{ts,tsx}', '{bench,demo,e2e,examples,prove,tools}/**/*.ts'],
    {
      cwd: root,
      exclude: (name) => /node_modules|\.react-router/.test(String(name)),
    },
  ).map((file) => file.replaceAll('\\', '/'));
  const graphOf = (options: { types: boolean }) =>
    new Map(
      files.map((file) => {
        const specifiers = importsOf(file, readFileSync(join(root, file), 'utf8'), options);
        return [file, specifiers.flatMap((specifier) => resolveImport(file, specifier) ?? [])];
      }),
    );
  const graph = graphOf({ types: true });
  const breaches = [...graph].flatMap(([from, targets]) =>
    targets.flatMap((to) => breach(from, to, rows) ?? []),
  );
  const unknown = rows.filter(({ folder }) => !existsSync(join(root, folder)));
  return [
    ...new Set(breaches),
    ...findCycles(graphOf({ types: false })).map((cycle) => `cycle: ${cycle.join(' -> ')}`),
    ...unknown.map(
      ({ folder }) => `ARCHITECTURE.md: the list of imports names \`${folder}\`, which does not exist`,
    ),
  ];
}

if (import.meta.main) {
  const problems = checkImports();
  for (const problem of problems) console.error(problem);
  console.error(
    problems.length === 0 ? 'imports: as ARCHITECTURE.md says' : `${problems.length} wrong imports`,
  );
  process.exitCode = problems.length === 0 ? 0 : 1;
}
