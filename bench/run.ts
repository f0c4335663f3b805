/** @file `npm run bench [-- NAME...] [--json]`: runs benchmarks, each against its peers in the same run, interleaved. */
import { parseArgs } from 'node:util';
import { backupBenchmark } from './backup.ts';
import { cachingBenchmark } from './caching.ts';
import { checkoutBenchmark } from './checkout.ts';
import type { BenchmarkReport } from './contest.ts';
import { formatReport } from './format-report.ts';
import { importBenchmark } from './import.ts';
import { lightGCNStepBenchmark } from './lightgcn-step.ts';
import { picturesBenchmark } from './pictures.ts';
import { recommendationsBenchmark } from './recommendations.ts';
import { searchBenchmark } from './search.ts';
import { searchEnginesBenchmark } from './search-engines.ts';
import { searchQualityBenchmark } from './search-quality.ts';
import { spmmBenchmark } from './spmm.ts';
import { topKBenchmark } from './topk.ts';

interface Benchmark {
  readonly summary: string;
  run(): Promise<BenchmarkReport>;
}

const benchmarks: Readonly<Record<string, Benchmark>> = {
  spmm: spmmBenchmark,
  'lightgcn-step': lightGCNStepBenchmark,
  topk: topKBenchmark,
  checkout: checkoutBenchmark,
  caching: cachingBenchmark,
  backup: backupBenchmark,
  import: importBenchmark,
  recommendations: recommendationsBenchmark,
  search: searchBenchmark,
  'search-quality': searchQualityBenchmark,
  pictures: picturesBenchmark,
  'search-engines': searchEnginesBenchmark,
};

const USAGE = `Usage: npm run bench [-- NAME... [--json]]

${Object.entries(benchmarks)
  .map(([name, { summary }]) => `  ${name.padEnd(15)} ${summary}`)
  .join('\n')}

  KINDRED_BENCH_DATA     the folder that holds gowalla/ (default: ../shared/data/benchmarks)
  KINDRED_BENCH_SHOP     a database with 100,000 products for search (default: imports one)
  KINDRED_BENCH_KEPT     the folder that keeps the shop for recommendations (default: node_modules/.cache/kindred-bench; the first run fills it in 20 minutes)
  KINDRED_BENCH_BEFORE   another checkout, installed, that recommendations measures in the same run
  KINDRED_BENCH_TITLES   a meta file with real titles for search-quality
  KINDRED_BENCH_ANSWERS  if set, search-quality shows the results of the tuning half's searches
  DATABASE_URL           a PostgreSQL server for checkout and search-quality (default: a private one)
  TEST_SEARCH_URL        an OpenSearch server for search-engines and search-quality (default: none; CONTRIBUTING.md says how to start one)
  PYTHON                 a Python with PyTorch, for the peers (default: python3)`;

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
  });
  if (values.help) {
    console.log(USAGE);
    return 0;
  }
  const unknown = positionals.filter((name) => !Object.hasOwn(benchmarks, name));
  if (unknown.length > 0) {
    console.error(`There is no benchmark ${unknown.join(', ')}.\n\n${USAGE}`);
    return 2;
  }
  const reports: BenchmarkReport[] = [];
  for (const name of positionals.length > 0 ? positionals : Object.keys(benchmarks)) {
    console.error(`running ${name} ...`);
    const report = await benchmarks[name]!.run();
    reports.push(report);
    if (!values.json) console.log(formatReport(report));
  }
  if (values.json) console.log(JSON.stringify(reports, null, 2));
  return reports.every(({ disagreements }) => disagreements.length === 0) ? 0 : 1;
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
