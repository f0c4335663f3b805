import { expect, test } from 'vitest';
import { describeFetch, describeProgress } from './progress-bar.ts';

const progress = {
  file: 'a',
  fileNumber: 2,
  fileCount: 3,
  bytesRead: 50,
  bytesTotal: 200,
  rows: 1_234_567,
  rowsPerSecond: 45_678.9,
  secondsLeft: 59.6,
};

test('shows progress, speed and time left', () => {
  expect(describeProgress(progress)).toBe(
    '██████░░░░░░░░░░░░░░░░░░  25 %  file 2/3  1,234,567 rows  45,679 rows/s  1:00 left',
  );
});

test('shows no time left at the start, and no name if there is only one file', () => {
  expect(
    describeProgress({
      ...progress,
      fileCount: 1,
      secondsLeft: null,
      bytesRead: 0,
      rows: 0,
      rowsPerSecond: 0,
    }),
  ).toBe('░░░░░░░░░░░░░░░░░░░░░░░░   0 %  0 rows  0 rows/s');
});

test('shows the received part of a download', () => {
  const fetching = {
    path: 'raw/review_categories/All_Beauty.jsonl',
    fileNumber: 2,
    fileCount: 2,
    bytesDone: 250_000_000,
    bytesTotal: 1_000_000_000,
    bytesPerSecond: 12_345_678,
    secondsLeft: 3_725,
  };
  expect(describeFetch(fetching)).toBe(
    '██████░░░░░░░░░░░░░░░░░░  25 %  file 2/2  All_Beauty.jsonl  250.0 MB of 1.00 GB  12.3 MB/s  1:02:05 left',
  );
  expect(
    describeFetch({ ...fetching, fileCount: 1, bytesDone: 0, bytesPerSecond: 0, secondsLeft: null }),
  ).toBe('░░░░░░░░░░░░░░░░░░░░░░░░   0 %  All_Beauty.jsonl  0.0 kB of 1.00 GB');
});
