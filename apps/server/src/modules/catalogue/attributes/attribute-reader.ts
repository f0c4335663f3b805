import type { Database } from '../../../platform/postgres/database.ts';
import { remember } from '../../../platform/remember.ts';
import type { Attribute } from './attribute.ts';
import { findAttributes } from './attribute-repository.ts';

/** What the shop has declared, as it was a few seconds ago. */
export type AttributeReader = () => Promise<readonly Attribute[]>;

/** Every list asks, and a declaration changes once in a month. */
const keptMs = 5_000;

export const createAttributeReader = (db: Database): AttributeReader =>
  remember(() => findAttributes(db), { forMs: keptMs });
