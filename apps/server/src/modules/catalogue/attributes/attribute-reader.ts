import type { Database } from '../../../platform/postgres/database.ts';
import { remember } from '../../../platform/remember.ts';
import type { Attribute } from './attribute.ts';
import { findAttributes } from './attribute-repository.ts';

/** Returns the declared attributes, at most a few seconds old. */
export type AttributeReader = () => Promise<readonly Attribute[]>;

/** Every list reads them, and they hardly ever change. */
const keptMs = 5_000;

export const createAttributeReader = (db: Database): AttributeReader =>
  remember(() => findAttributes(db), { forMs: keptMs });
