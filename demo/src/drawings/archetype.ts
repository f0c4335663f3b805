import type { Pen } from './pen.ts';

export type SceneName =
  | 'kitchen'
  | 'table'
  | 'livingroom'
  | 'shelf'
  | 'desk'
  | 'bathroom'
  | 'meadow'
  | 'patio'
  | 'studio'
  | 'nursery'
  | 'workshop'
  | 'tabletop'
  | 'floor'
  | 'wall';

/** One way a kind of thing looks. */
export interface Archetype {
  draw: (pen: Pen) => string;
  /** Where it is seen in use. */
  scene: SceneName;
  /** Archetypes that stand beside it in the scene. */
  with?: string[];
  /** Where a close look goes, and how close. */
  focus?: [x: number, y: number, zoom: number];
  /** Size in the main picture, for things that are drawn small. */
  size?: number;
  /** Size in the scene, relative to the main picture. */
  scale?: number;
}

export type Family = Record<string, Archetype>;
