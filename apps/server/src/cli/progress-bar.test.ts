import { expect, test } from 'vitest';
import { describeProgress } from './progress-bar.ts';

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

test('says how far, how fast and how long', () => {
  expect(describeProgress(progress)).toBe(
    '██████░░░░░░░░░░░░░░░░░░  25 %  file 2/3  1,234,567 rows  45,679 rows/s  1:00 left',
  );
});

test('does not know the time left at the start, nor name the only file', () => {
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
