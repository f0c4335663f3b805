import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fewestOfRobot, isRobotPace } from './robot-pace.ts';

test('a busy shopper is a person, a crawler is not', () => {
  expect(isRobotPace({ busiestMinute: 12, busiestHour: 200 })).toBe(false);
  expect(isRobotPace({ busiestMinute: 60, busiestHour: 60 })).toBe(true);
  expect(isRobotPace({ busiestMinute: 10, busiestHour: 600 })).toBe(true);
});

test('more events never make a robot a person, and fewer than the floor are never a robot', () => {
  const count = fc.nat({ max: 2_000 });
  fc.assert(
    fc.property(count, count, count, (busiestMinute, rest, more) => {
      const pace = { busiestMinute, busiestHour: busiestMinute + rest };
      const busier = { busiestMinute: busiestMinute + more, busiestHour: pace.busiestHour + more };
      if (isRobotPace(pace)) expect(isRobotPace(busier)).toBe(true);
      if (pace.busiestHour < fewestOfRobot) expect(isRobotPace(pace)).toBe(false);
    }),
  );
});
