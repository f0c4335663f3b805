/** @file Sums up Vitest's JSON reports of a folder: prints a line for each failed test or file, with the start of its error, and then the totals. */
import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

interface Report {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  testResults: {
    name: string;
    status: string;
    message: string;
    assertionResults: { fullName: string; status: string; failureMessages: string[] }[];
  }[];
}

const folder = process.argv[2] ?? '.';
const reports = globSync('*.json', { cwd: folder })
  .sort()
  .map((name) => ({
    suite: basename(name, '.json'),
    ...(JSON.parse(readFileSync(join(folder, name), 'utf8')) as Report),
  }));
for (const { suite, testResults } of reports) {
  for (const file of testResults) {
    const failed = file.assertionResults.filter(({ status }) => status === 'failed');
    const where = `${suite}: ${basename(file.name)}`;
    for (const { fullName, failureMessages } of failed)
      describe(`${where} > ${fullName}`, failureMessages[0]);
    // A file that could not be loaded, or whose set-up failed.
    if (file.status === 'failed' && failed.length === 0) describe(where, file.message);
  }
}
const sum = (count: (report: Report) => number) =>
  reports.reduce((total, report) => total + count(report), 0);
const passed = sum((report) => report.numPassedTests);
const failed = sum((report) => report.numFailedTests);
const skipped = sum((report) => report.numPendingTests);
console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);

function describe(where: string, message = ''): void {
  const start = message
    .split('\n')
    .slice(0, 4)
    .map((line) => `    ${line.slice(0, 300)}`);
  console.log([`FAILED: ${where}`, ...start].join('\n'));
}
