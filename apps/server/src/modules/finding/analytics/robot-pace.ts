/** @file Which visitors are robots, by their pace alone. Whether a browser ran a page's script is noted with each event. */

/** The views, clicks and searches of a visitor. */
export interface Pace {
  readonly busiestMinute: number;
  readonly busiestHour: number;
}

/** A person who opens a product every two seconds for a minute, or every eight for an hour, buys nothing and reads nothing. */
const mostInMinute = 30;
const mostInHour = 450;

export function isRobotPace({ busiestMinute, busiestHour }: Pace): boolean {
  return busiestMinute > mostInMinute || busiestHour > mostInHour;
}

/** No visitor below this number of events in an hour can have the pace of a robot. */
export const fewestOfRobot = Math.min(mostInMinute, mostInHour) + 1;
